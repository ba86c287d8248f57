using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Keyline.Server.Hosting;
using Keyline.Server.Human.Access;
using Microsoft.AspNetCore.RateLimiting;

namespace Keyline.Server.Human.Limits;

/// <summary>
/// How often one address may ask, by name: an endpoint states its limit, and the inventory prints it. Tenants do not use up
/// each other's share.
/// </summary>
internal static class RateLimits
{
    /// <summary>For endpoints that anybody can call.</summary>
    public const string Anonymous = "anonymous";

    /// <summary>For the management API.</summary>
    public const string Api = "api";

    /// <summary>For what costs much, or asks somebody else: counted for the tenant as a whole.</summary>
    public const string Expensive = "expensive";

    private static readonly TimeSpan _window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddRateLimits(this IServiceCollection services, KeylineOptions options) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = RefuseAsync;
        limiter.AddPolicy(Anonymous, context => Window($"{TenantOf(context)}|{AddressOf(context)}", options.AnonymousPerMinute));
        limiter.AddPolicy(Api, context => Window($"{TenantOf(context)}|{AddressOf(context)}", options.ApiPerMinute));
        limiter.AddPolicy(Expensive, context => Window(TenantOf(context), options.ExpensivePerMinute));
    });

    /// <summary>The network that counts as one: a single IPv4 address, a /64 of IPv6, which one customer has.</summary>
    public static string NetworkOf(IPAddress address)
    {
        var known = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return known.AddressFamily == AddressFamily.InterNetwork ? known.ToString() : Convert.ToHexString(known.GetAddressBytes().AsSpan(0, 8));
    }

    private static RateLimitPartition<string> Window(string key, int permits) => RateLimitPartition.GetSlidingWindowLimiter(
        key, _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = _window, SegmentsPerWindow = 6, QueueLimit = 0 });

    private static string TenantOf(HttpContext context) => context.Request.RouteValues["tenant"] as string is { Length: <= 40 } slug ? slug : "";

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress is { } address ? NetworkOf(address) : "";

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken ct)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var span) ? span : _window / 6;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        rejected.HttpContext.Response.Headers.RetryAfter = seconds;
        await Refusals.WriteAsync(rejected.HttpContext, new Refusal(
            StatusCodes.Status429TooManyRequests, "too-many-requests", "Too many requests", $"Wait {seconds} seconds and try again."));
    }
}
