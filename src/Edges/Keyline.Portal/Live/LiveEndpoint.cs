using System.Text;
using Keyline.Identity.Access;
using Keyline.Identity.Sessions;
using Keyline.Portal.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Keyline.Portal.Live;

/// <summary>Tells an open page, by server-sent events, when its session is no more.</summary>
internal static class LiveEndpoint
{
    private static readonly TimeSpan _heartbeat = TimeSpan.FromSeconds(15);
    private static readonly byte[] _begin = Encoding.UTF8.GetBytes("retry: 1000\n\n");
    private static readonly byte[] _beat = Encoding.UTF8.GetBytes(": still there\n\n");
    private static readonly byte[] _gone = Encoding.UTF8.GetBytes("event: gone\ndata: session\n\n");
    private static readonly byte[] _full = Encoding.UTF8.GetBytes("event: full\ndata: session\n\n");

    public static void MapLive(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/t/{tenant}/live", FollowAsync).WithMetadata(AccessRule.SignedIn);

    private static async Task FollowAsync(
        HttpContext context, LiveStreams streams, SessionIndex sessions, TimeProvider time, IHostApplicationLifetime host)
    {
        var id = context.SignedIn().Session.Id;
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        if (streams.Open(id) is not { } mine)
        {
            await context.Response.Body.WriteAsync(_full, context.RequestAborted);
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping);
        try
        {
            await SendAsync(context, _begin, stop.Token);
            while (sessions.Find(id) is { } session)
            {
                var left = session.EndsAt - time.GetUtcNow();
                await Task.WhenAny(mine.Task, Task.Delay(left < _heartbeat ? Longer(left) : _heartbeat, time, stop.Token));
                stop.Token.ThrowIfCancellationRequested();
                if (!mine.Task.IsCompleted)
                {
                    await SendAsync(context, _beat, stop.Token);
                }
            }

            await SendAsync(context, _gone, stop.Token);
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the server stops: nobody waits for an answer.
        }
        finally
        {
            streams.Close(id, mine);
        }
    }

    // Never a wait of no length: a clock's grain must not make a busy loop.
    private static TimeSpan Longer(TimeSpan left) => left < TimeSpan.FromMilliseconds(50) ? TimeSpan.FromMilliseconds(50) : left;

    private static async Task SendAsync(HttpContext context, byte[] text, CancellationToken ct)
    {
        await context.Response.Body.WriteAsync(text, ct);
        await context.Response.Body.FlushAsync(ct);
    }
}
