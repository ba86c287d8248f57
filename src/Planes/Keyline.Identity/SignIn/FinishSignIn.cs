using Keyline.Identity.Clock;
using Keyline.Identity.Federation;

namespace Keyline.Identity.SignIn;

/// <summary>What all protocols do with a checked answer: a session, a test's result, or a refusal.</summary>
public sealed class FinishSignIn(CompleteSignIn complete, CompleteTest test, SignInRecorder recorder, SeenAttributes seen, ProviderClocks clocks,
    ClockRemark remark)
{
    internal async Task<SignInOutcome> FinishAsync(
        Result<VerifiedSignIn, SignInFault> verified, SignInContext context, Connection connection, CancellationToken ct)
    {
        if (verified.Ok)
        {
            if (verified.Value.ClockOffset is { } ahead)
            {
                clocks.Note(connection.Id, ahead);
            }

            await seen.RememberAsync(verified.Value, ct);
        }

        if (!verified.Ok && await remark.FindAsync(verified.Fault.ProtocolCode, connection, ct) is { } both)
        {
            verified = verified.Fault with { Detail = $"{verified.Fault.Detail}. {both}" };
        }

        if (context.Purpose == SignInPurpose.Test)
        {
            return await test.CompleteAsync(verified, context, connection, ct);
        }

        return verified.Ok
            ? await complete.CompleteAsync(verified.Value, context, ct)
            : await RefuseAsync(verified.Fault, context, connection, ct);
    }

    /// <summary>Records a refusal of somebody who is not known yet.</summary>
    public async Task<SignInOutcome> RefuseAsync(SignInFault fault, SignInContext context, Connection? connection, CancellationToken ct) =>
        await recorder.RefuseAsync(fault, context, connection, null, null, ct);
}
