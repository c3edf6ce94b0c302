namespace RnnGrader.Web.Lti;

/// <summary>The scripts of the pages between. Messages go to the platform's own origin and are taken from there alone (LTI client-side postMessages, platform storage).</summary>
internal static class LtiScripts
{
    private const string Ask = """
        function ask(at, message, done) {
          const opener = window.opener || window.parent;
          let target = opener;
          try { if (at.target !== '_parent') target = opener.frames[at.target] || opener; } catch { }
          const id = crypto.randomUUID ? crypto.randomUUID() : String(Math.random());
          const timer = setTimeout(() => finish(null), 1500);
          function finish(answer) { clearTimeout(timer); removeEventListener('message', hear); done(answer); }
          function hear(event) {
            if (event.origin === at.origin && event.data && event.data.subject === message.subject + '.response' && event.data.message_id === id) finish(event.data);
          }
          addEventListener('message', hear);
          target.postMessage({ ...message, message_id: id }, at.origin);
        }
        """;

    public const string PutSecret = Ask + """
        const at = document.getElementById('storage').dataset;
        ask(at, { subject: 'lti.put_data', key: at.name, value: at.value }, () => location.replace(at.onward));
        """;

    public const string GetSecret = Ask + """
        const form = document.forms[0], at = form.dataset;
        ask(at, { subject: 'lti.get_data', key: at.name }, answer => { form.elements.rnngrader_secret.value = (answer && answer.value) || '-'; form.submit(); });
        """;

    /// <summary>Sends the page's form at once.</summary>
    public const string Submit = "document.forms[0].submit();";

    /// <summary>Tells the platform that registration is done, so that it closes the window.</summary>
    public const string Close = "(window.opener || window.parent).postMessage({ subject: 'org.imsglobal.lti.close' }, '*');";
}
