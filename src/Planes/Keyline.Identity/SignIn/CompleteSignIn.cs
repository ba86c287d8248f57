using System.Diagnostics;
using Keyline.Identity.Policy;
using Keyline.Identity.Sessions;

namespace Keyline.Identity.SignIn;

/// <summary>
/// Turns the proof of an IdP into a session: person, profile, groups, session, audit entry and changes in one commit.
/// Two first sign-ins of one subject at once make one person: the second finds its name taken, and plans anew.
/// </summary>
public sealed class CompleteSignIn(
    PlanSignIn planner, SignInWriter writer, SignInRecorder recorder, SessionOpening sessions, IIdentityJournal journal)
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

    private async Task<SignInOutcome.SignedIn?> TryOpenAsync(
        PlannedSignIn planned, SignInContext context, SessionLimits limits, CancellationToken ct)
    {
        writer.Write(planned);
        var opened = sessions.Open(planned, context, limits);
        recorder.RecordSuccess(planned, context, opened.Session.Id, opened.Session.ExpiresAt - opened.Session.CreatedAt);
        if (!await journal.TryCommitAsync(ct))
        {
            return null;
        }

        sessions.Committed(opened.Session);
        return new SignInOutcome.SignedIn(opened.Secret, opened.Session, context.ReturnPath);
    }
}
