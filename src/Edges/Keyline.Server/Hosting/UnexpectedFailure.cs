using System.Security.Cryptography;
using System.Text.Json;
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
            await RefuseAsync(context, new Refusal(bad.StatusCode, "bad-request", "This request can't be read", Advice(bad)));
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

    // The framework's texts name our types; where in the body it went wrong is all that a caller needs.
    private static string Advice(BadHttpRequestException bad) => bad.InnerException is JsonException json
        ? $"The body is not the JSON that is expected, at {json.Path ?? "$"}, line {(json.LineNumber ?? 0) + 1}. The API is described at /openapi/v1.json."
        : bad.Message.StartsWith("Failed to", StringComparison.Ordinal) || bad.Message.StartsWith("Implicit", StringComparison.Ordinal)
            ? "The body or the query is not what is expected. The API is described at /openapi/v1.json."
            : bad.Message;

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
