using System.Globalization;
using Keyline.Journal;
using Keyline.Portal.Requests;
using Microsoft.AspNetCore.Http;

namespace Keyline.Portal.Audit;

/// <summary>What the audit log is asked for, as it stands in the address. What can't be read is left out.</summary>
public sealed record AuditFilter(ListQuery List, string Outcome, string From, string Until, string Party)
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>Binds a handler's parameter.</summary>
    public static async ValueTask<AuditFilter> BindAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var outcome = query["outcome"].ToString();
        return new AuditFilter(
            await ListQuery.BindAsync(context),
            outcome is "success" or "denied" or "stepUp" ? outcome : "",
            TryDate(query["from"].ToString(), out _) ? query["from"].ToString() : "",
            TryDate(query["until"].ToString(), out _) ? query["until"].ToString() : "",
            Guid.TryParseExact(query["party"], "D", out var party) ? party.ToString() : "");
    }

    /// <summary>Whether anything but the whole log is asked for.</summary>
    public bool Any => List.Text.Length + Outcome.Length + From.Length + Until.Length + Party.Length > 0;

    /// <summary>The filters beside the text, for addresses that keep them.</summary>
    public (string Name, string Value)[] Others => [("outcome", Outcome), ("from", From), ("until", Until), ("party", Party)];

    public AuditQuery QueryOf(TenantId tenant) => new()
    {
        TenantId = tenant,
        Text = List.Text,
        Outcome = Outcome switch
        {
            "success" => AuditOutcome.Success,
            "denied" => AuditOutcome.Denied,
            "stepUp" => AuditOutcome.StepUp,
            _ => null,
        },
        PartyId = Party,
        From = TryDate(From, out var from) ? from : null,
        Until = TryDate(Until, out var until) ? until.AddDays(1) : null,
        Before = List.After is { } before ? new AuditEntryId(before) : null,
        Limit = ListQuery.PageSize + 1,
    };

    // Days before the year 2000 and behind 2999 are no days of this log, and could not be counted on.
    private static bool TryDate(string text, out DateTimeOffset date) => DateTimeOffset.TryParseExact(
        text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out date)
        && date.Year is >= 2000 and < 3000;
}
