using System.Globalization;
using Keyline.Identity.SignIn.Traces;
using Keyline.Portal.Design;
using Microsoft.AspNetCore.Http;

namespace Keyline.Portal.Connections;

/// <summary>Refused and odd sign-ins, by their reference.</summary>
internal static class TracesEndpoints
{
    private const int PageSize = 50;

    public static async Task<IResult> ListAsync(Desk desk, string? q, string? before, ITraceStore traces, CancellationToken ct)
    {
        if (desk.Connection is not { } connection)
        {
            return desk.NotFound();
        }

        var query = (q ?? "").Trim();
        IReadOnlyList<SignInTrace> found;
        if (query.Length > 0)
        {
            found = (await FindAsync(desk, query.ToUpperInvariant(), traces, ct) ?? await FindAsync(desk, query, traces, ct)) is { } trace ? [trace] : [];
        }
        else
        {
            found = await traces.ListAsync(desk.Tenant.Id, connection.Id, Instant(before), PageSize + 1, ct);
        }

        var page = found.Take(PageSize).ToList();
        var next = found.Count > PageSize
            ? $"{desk.Paths.Traces}?before={page[^1].At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}"
            : null;
        return Page.Of<TracesPage>(new TracesModel(
            desk.Frame(connection, DeskStep.Traces, connection.Name), query, page, new Paging(before is null ? null : desk.Paths.Traces, next)));
    }

    public static async Task<IResult> ShowAsync(Desk desk, string reference, ITraceStore traces, CancellationToken ct)
    {
        if (desk.Connection is not { } connection || await FindAsync(desk, reference, traces, ct) is not { } trace)
        {
            return desk.NotFound();
        }

        var advice = Advice.For(trace.Code).Administrator;
        return Page.Of<TracePage>(new TraceModel(
            desk.Frame(connection, DeskStep.Traces, connection.Name), trace, advice, TraceWords.Checks(trace.Checks, advice)));
    }

    private static async Task<SignInTrace?> FindAsync(Desk desk, string reference, ITraceStore traces, CancellationToken ct) =>
        reference.Length <= SignInTrace.MaxReferenceLength && await traces.FindAsync(desk.Tenant.Id, reference, ct) is { } trace
            && trace.ConnectionId == desk.Connection?.Id
            ? trace
            : null;

    private static DateTimeOffset? Instant(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds < 253_402_300_799_999
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
}
