using Keyline.Identity.Federation;
using Keyline.Secrets;
using Keyline.Tenancy;

namespace Keyline.Identity.SignIn.Invitations;

/// <summary>Begins the sign-in that an invitation is for. The invitation is spent when that sign-in succeeds.</summary>
public sealed class RedeemInvitation(IInvitationStore invitations, IConnectionStore connections, TimeProvider time)
{
    /// <summary>What to begin, or why not.</summary>
    public async Task<Result<NewSignIn, SignInFault>> RedeemAsync(Tenant tenant, SecretText token, SecretText? browser, CancellationToken ct)
    {
        if (token.Reveal().Length != BearerSecret.Length
            || await invitations.FindAsync(tenant.Id, BearerSecret.Hash(token), ct) is not { } invitation
            || invitation.SpentAt is not null || invitation.ExpiresAt <= time.GetUtcNow()
            || await connections.FindAsync(tenant.Id, invitation.ConnectionId, ct) is not { } connection)
        {
            return new SignInFault(SignInFaultCode.InvitationInvalid, "the invitation is unknown, used or expired; ask for another");
        }

        return new NewSignIn
        {
            Tenant = tenant,
            Connection = connection,
            Purpose = SignInPurpose.Link,
            ReturnPath = ReturnPath.Home(tenant.Slug),
            Browser = browser,
            PersonId = invitation.PersonId,
            Invitation = invitation.Id,
            ForceAuthentication = true,
        };
    }
}
