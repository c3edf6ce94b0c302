// Tells the platform that registration is done, so that it closes the window.
(window.opener || window.parent).postMessage({ subject: "org.imsglobal.lti.close" }, "*");
