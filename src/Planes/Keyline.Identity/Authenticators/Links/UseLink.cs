using System.Net;
using Keyline.Identity.Access;
using Keyline.Identity.Authenticators.Account;
using Keyline.Identity.Authenticators.Passwords;
using Keyline.Identity.Authenticators.Totp;
using Keyline.Identity.People;
using Keyline.Identity.Sessions;
using Keyline.Secrets;
using Keyline.Tenancy;

namespace Keyline.Identity.Authenticators.Links;

/// <summary>The holder of a one-time link sets credentials. The link is spent before anything is changed.</summary>
public sealed class UseLink(
    ICredentialLinkStore links, IPersonStore people, PasswordSetting passwords, LinkedFactors factors, CredentialChange change, TimeProvider time)
{
    /// <summary>What the page shows; null when the link is over or never was one.</summary>
    public async Task<OpenedLink?> OpenAsync(Tenant tenant, SecretText secret, CancellationToken ct)
    {
        if (await FindAsync(tenant, secret, ct) is not { } link || await people.FindAsync(tenant.Id, link.PersonId, ct) is not { } person)
        {
            return null;
        }

        var withFactor = await HasFactorAsync(link, person, ct);
        return new OpenedLink(link, person, PasswordRules.MinLength(withFactor), factors.Offer(tenant, person, link));
    }

    /// <summary>Sets the credentials.</summary>
    public async Task<Result<EnrolledFactor, AccountFault>> RunAsync(
        Tenant tenant, SecretText secret, SecretText password, string code, ClientDescription client, CancellationToken ct)
    {
        if (await FindAsync(tenant, secret, ct) is not { } link || await people.FindAsync(tenant.Id, link.PersonId, ct) is not { } person)
        {
            return new AccountFault(AccountFaultCode.LinkOver, "the link is over, was used, or never was one; ask for a new one");
        }

        TotpCredential? app = null;
        if (link.Purpose == CredentialLinkPurpose.PasswordAndApp)
        {
            app = factors.Confirm(person, link, code);
            if (app is null)
            {
                return new AccountFault(AccountFaultCode.WrongCode, "the app's current code was expected");
            }
        }

        var lane = PasswordLane.Of(IPAddress.TryParse(client.Address, out var address) ? address : null, preferred: false);
        var prepared = await passwords.PrepareAsync(tenant, person, password, await HasFactorAsync(link, person, ct), lane, ct);
        if (!prepared.Ok)
        {
            return prepared.Fault;
        }

        if (!await links.SpendAsync(link.Id, time.GetUtcNow(), CancellationToken.None))
        {
            return new AccountFault(AccountFaultCode.LinkOver, "the link was used a moment ago");
        }

        await passwords.SaveAsync(prepared.Value, CancellationToken.None);
        var codes = app is null ? [] : await factors.ReplaceAllAsync(person, app, CancellationToken.None);
        var actor = new CredentialActor(SignedIn.PartyOf(person), client, Keep: null);
        await change.CommitAsync(person, actor, ("credential-link.use", "Your password was set with a one-time link."), CancellationToken.None);
        return new EnrolledFactor(codes);
    }

    private async Task<CredentialLink?> FindAsync(Tenant tenant, SecretText secret, CancellationToken ct) =>
        secret.Reveal().Length == BearerSecret.Length
        && await links.FindAsync(tenant.Id, BearerSecret.Hash(secret), ct) is { } link && link.IsOpen(time.GetUtcNow())
            ? link
            : null;

    private async Task<bool> HasFactorAsync(CredentialLink link, Person person, CancellationToken ct) =>
        link.Purpose == CredentialLinkPurpose.PasswordAndApp || person.Kind == PersonKind.BreakGlass || await factors.HasAnyAsync(person, ct);
}
