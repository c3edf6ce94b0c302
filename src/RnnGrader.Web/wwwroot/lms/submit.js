// Sends the page's form at once.
document.forms[0].submit();
