using System.Collections.Concurrent;

namespace Keyline.Server.Human.Health.Metrics;

/// <summary>
/// Counts requests by route template, of which there are as many as endpoints: nothing that a caller sends becomes a label.
/// </summary>
internal sealed class RequestCounts
{
    private readonly ConcurrentDictionary<string, RouteCount> _byRoute = new(StringComparer.Ordinal);

    public void Add(Endpoint? endpoint, int status, TimeSpan took)
    {
        var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "none";
        if (!_byRoute.TryGetValue(route, out var count))
        {
            count = _byRoute.GetOrAdd(route, _ => new RouteCount());
        }

        count.Add(status, took);
    }

    public void Write(MetricText text)
    {
        const string Requests = "keyline_http_requests_total";
        const string Duration = "keyline_http_request_duration_seconds";
        var routes = _byRoute.OrderBy(route => route.Key, StringComparer.Ordinal).ToList();
        text.Metric(Requests, "counter", "Requests by route template and by the first digit of the answer's status.");
        foreach (var (route, count) in routes)
        {
            for (var first = 1; first <= 5; first++)
            {
                if (count.OfClass(first) is var number and > 0)
                {
                    text.Sample(Requests, number, ("route", route), ("status", $"{first}xx"));
                }
            }
        }

        text.Metric(Duration, "histogram", "How long requests took, by route template.");
        foreach (var (route, count) in routes)
        {
            var total = 0L;
            for (var bucket = 0; bucket <= RouteCount.Bounds.Length; bucket++)
            {
                total += count.InBucket(bucket);
                var bound = bucket < RouteCount.Bounds.Length
                    ? RouteCount.Bounds[bucket].ToString(System.Globalization.CultureInfo.InvariantCulture)
                    : "+Inf";
                text.Sample(Duration + "_bucket", total, ("route", route), ("le", bound));
            }

            text.Sample(Duration + "_sum", count.Seconds, ("route", route)).Sample(Duration + "_count", total, ("route", route));
        }
    }
}
