using System.Security.Cryptography;
using Keyline.Server.Human.Access;

namespace Keyline.Server.Hosting;

/// <summary>Catches what nobody expected, once: a reference for the person, the whole story for the log.</summary>
internal sealed class UnexpectedFailure(RequestDelegate next, ILogger<UnexpectedFailure> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException bad)
        {
            await RefuseAsync(context, new Refusal(bad.StatusCode, "bad-request", "This request can't be read", bad.Message));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there any more to answer.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception bug) when (!context.Response.HasStarted)
        {
            var reference = RandomNumberGenerator.GetHexString(10, lowercase: true);
            Log.RequestFailed(log, reference, bug);
            await RefuseAsync(context, Refusals.Failed with { Advice = $"{Refusals.Failed.Advice} Reference: {reference}." });
        }
    }

    private static Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        if (context.Response.HasStarted)
        {
            return Task.CompletedTask;
        }

        context.Response.Clear();
        return Refusals.WriteAsync(context, refusal);
    }
}
