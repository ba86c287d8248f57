namespace Keyline.Server.Human.Health.Metrics;

/// <summary>Measures every request that has found its route.</summary>
internal sealed class RequestMeter(RequestDelegate next, RequestCounts counts, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var began = time.GetTimestamp();
        var endpoint = context.GetEndpoint();
        try
        {
            await next(context);
        }
        finally
        {
            counts.Add(endpoint, context.Response.StatusCode, time.GetElapsedTime(began));
        }
    }
}
