using System.Diagnostics;
using Keyline.Identity.SamlProvider.Apps;
using Keyline.Identity.SamlProvider.Sessions;
using Keyline.Identity.Settings;
using Keyline.Saml.Bindings;
using Keyline.Secrets;

namespace Keyline.Identity.SamlProvider.SignOn;

/// <summary>Goes on with a request that waits: answers it, or has the person sign in first.</summary>
public sealed class AnswerAuthnRequest(
    PendingRequests pending, ISamlAppStore apps, AppNames names, IssueResponse issue, ProviderEndings endings, ISettingsStore settings)
{
    private const int MaxAttempts = 3;

    public async Task<AnswerOutcome> AnswerAsync(
        ProviderRequest from, SecretText? state, Func<PendingRequest, SecretText?> browser, CancellationToken ct)
    {
        var found = await pending.FindAsync(from.Tenant.Id, state, browser, ct);
        if (!found.Ok)
        {
            return await endings.RefuseAsync(from, found.Fault, null);
        }

        var request = found.Value;
        if (await apps.FindAsync(from.Tenant.Id, request.AppId, ct) is not { } app)
        {
            return await endings.RefuseAsync(from, new SamlProviderFault(SamlProviderFaultCode.UnknownApp, "the app was removed meanwhile"), null);
        }

        var name = from.SignedIn is { } signedIn ? await names.FindOrMakeAsync(app, signedIn.Person, ct) : null;
        switch (Decide(from, request, app, name))
        {
            case SignOnDecision.Refuse refuse:
                return await endings.RefuseAsync(from, refuse.Fault, app);
            case SignOnDecision.SignIn:
                await pending.AskedAsync(request, from, ct);
                var mode = (await settings.GetAsync(from.Tenant.Id, ct)).LocalSignIn;
                return new AnswerOutcome.SignIn(mode == LocalSignInMode.Everybody);
            case SignOnDecision.Fail or SignOnDecision.Answer:
                // What was single-use is spent by then, so the work is finished even if the browser hangs up.
                return await pending.SpendAsync(request, ct)
                    ? await FinishAsync(from, request, app)
                    : await endings.RefuseAsync(
                        from, new SamlProviderFault(SamlProviderFaultCode.UnknownRequest, "the request was answered before"), app);
            default:
                throw new UnreachableException();
        }
    }

    private static SignOnDecision Decide(ProviderRequest from, PendingRequest request, SamlApp app, AppName? name) =>
        SignOnDecision.Decide(new SignOnFacts
        {
            Tenant = from.Tenant,
            App = app,
            Request = request,
            Person = from.SignedIn?.Person,
            Session = from.SignedIn?.Session,
            Name = name?.Value,
        });

    // Two requests of one browser at once may both make the app's name for the person: the second finds it taken, and reads it.
    private async Task<AnswerOutcome> FinishAsync(ProviderRequest from, PendingRequest request, SamlApp app)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var name = from.SignedIn is { } signedIn ? await names.FindOrMakeAsync(app, signedIn.Person, CancellationToken.None) : null;
            PostForm form;
            switch (Decide(from, request, app, name))
            {
                case SignOnDecision.Answer answer when from.SignedIn is { } person && name is not null:
                    form = await issue.VouchAsync(from, person, request, app, name, answer.Context, CancellationToken.None);
                    break;
                case SignOnDecision.Fail fail:
                    form = await issue.FailAsync(from, request, app, fail.Status, CancellationToken.None);
                    break;
                default:
                    throw new UnreachableException();
            }

            if (await endings.TryCommitAsync())
            {
                return new AnswerOutcome.Post(form, app.Name);
            }
        }

        return await endings.RefuseAsync(
            from, new SamlProviderFault(SamlProviderFaultCode.UnknownRequest, $"another sign-in was in the way {MaxAttempts} times"), app);
    }
}
