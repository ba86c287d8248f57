using Keyline.Identity.Access;
using Keyline.Identity.Clock;
using Keyline.Identity.Sessions;
using Keyline.Server.Hosting;
using Keyline.Server.Human.Access;

namespace Keyline.Server.Human.Health.Metrics;

/// <summary>What a monitoring system reads of this node.</summary>
internal static class MetricsEndpoint
{
    private static readonly AccessRule _rule = AccessRule.OwnProof("an address of this machine or of MetricsNetworks");

    public static void MapMetrics(this IEndpointRouteBuilder routes) => routes.MapGet("/metrics", ReadAsync).WithMetadata(_rule).DisableRateLimiting();

    private static Task ReadAsync(
        HttpContext context, MetricsAccess access, SessionIndex sessions, FeedState feed, SealerState sealer, OwnClock clock,
        InstallationFigures figures, SignInCounts signIns, RequestCounts requests)
    {
        if (!access.Allows(context))
        {
            return Refusals.WriteAsync(context, Refusals.NotFound);
        }

        var text = new MetricText()
            .Gauge("keyline_sessions_live", "Live sessions that this node knows.", sessions.Count)
            .Gauge("keyline_feed_age_seconds", "How long ago this node followed the change feed to its end.", feed.Age.TotalSeconds)
            .Gauge("keyline_audit_seal_age_seconds", "How long ago this node saw every audit entry sealed.", sealer.Age.TotalSeconds);
        if (clock.Offset is { } offset)
        {
            text.Gauge("keyline_clock_offset_seconds", "What must be added to this machine's clock to get the true time.", offset.Offset.TotalSeconds);
        }

        if (figures.DrillsOverdue is { } overdue)
        {
            text.Gauge("keyline_break_glass_drills_overdue", "Break-glass accounts of the installation whose drill is overdue.", overdue);
        }

        if (figures.CertificateDaysLeft is { } days)
        {
            text.Gauge("keyline_idp_certificate_days_left", "Days until the first connected IdP has no valid signing certificate left.", days);
        }

        signIns.Write(text);
        requests.Write(text);
        context.Response.ContentType = MetricText.MediaType;
        return context.Response.WriteAsync(text.ToString(), context.RequestAborted);
    }
}
