using System.Diagnostics;
using Keyline.Identity.Policy;
using Keyline.Identity.Sessions;
using Keyline.Identity.SignIn.Invitations;

namespace Keyline.Identity.SignIn;

/// <summary>
/// Turns the proof of an IdP into a session: person, profile, groups, session, audit entry and changes in one commit.
/// Two first sign-ins of one subject at once make one person: the second finds its name taken, and plans anew.
/// </summary>
public sealed class CompleteSignIn(
    PlanSignIn planner, SignInWriter writer, SignInRecorder recorder, StartSession sessions, IInvitationStore invitations,
    IIdentityJournal journal, TimeProvider time)
{
    private const int MaxAttempts = 4;

    public async Task<SignInOutcome> CompleteAsync(VerifiedSignIn signIn, SignInContext context, CancellationToken ct)
    {
        // 7: what was single-use is spent by now, so the work is finished even if the browser hangs up.
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var planned = await planner.PlanAsync(signIn, context, ct);
            switch (planned.Decision)
            {
                case SignInDecision.Deny deny:
                    return await recorder.RefuseAsync(
                        new SignInFault(deny.Code, deny.Detail) { Report = signIn.Report }, context, signIn.Connection, signIn, planned.Before, ct);
                case SignInDecision.StepUp step:
                    return new SignInOutcome.StepUpNeeded(step.Needed, signIn.Connection.Slug, context.ReturnPath);
                case SignInDecision.Allow when attempt == 1 && context.Purpose == SignInPurpose.Link && !await SpendInvitationAsync(context, ct):
                    return await recorder.RefuseAsync(
                        new SignInFault(SignInFaultCode.InvitationInvalid, "the invitation was used already, or has expired") { Report = signIn.Report },
                        context, signIn.Connection, signIn, planned.Before, ct);
                case SignInDecision.Allow allow when await TryOpenAsync(planned, context, allow.Limits, ct) is { } done:
                    return done;
                case SignInDecision.Allow:
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        return await recorder.RefuseAsync(
            new SignInFault(SignInFaultCode.Conflict, $"another sign-in was in the way {MaxAttempts} times") { Report = signIn.Report },
            context, signIn.Connection, signIn, null, ct);
    }

    private async Task<bool> SpendInvitationAsync(SignInContext context, CancellationToken ct) =>
        context.Details.Invitation is { } invitation && await invitations.SpendAsync(context.Tenant.Id, invitation, time.GetUtcNow(), ct);

    private async Task<SignInOutcome.SignedIn?> TryOpenAsync(
        PlannedSignIn planned, SignInContext context, SessionLimits limits, CancellationToken ct)
    {
        if (!await writer.WriteAsync(planned, ct))
        {
            return null;
        }

        var signIn = planned.SignIn;
        var opened = sessions.Add(new SessionRequest
        {
            Person = planned.After,
            Method = signIn.Method,
            ConnectionId = signIn.Connection.Id,
            Assurance = signIn.Assurance,
            AuthenticatedAt = signIn.AuthenticatedAt,
            Limits = limits,
            NotAfter = signIn.IdpSessionEndsAt,
            Client = context.Client,
            IdpSession = signIn.IdpSession is { Length: <= Session.MaxIdpSessionLength } name ? name : null,
            IdpSubject = signIn.IdpSubject ?? signIn.Subject,
            LogoutHint = signIn.LogoutHint,
        });
        recorder.RecordSuccess(planned, context, opened.Session);
        return await journal.TryCommitAsync(ct) ? new SignInOutcome.SignedIn(opened.Secret, opened.Session, context.ReturnPath) : null;
    }
}
