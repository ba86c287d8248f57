using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Keyline.Identity.Changes;
using Keyline.Identity.Roles;
using Keyline.Journal;
using Keyline.Portal.Requests;
using Keyline.Server.Human.Admin.Shape;
using Keyline.Server.Human.Limits;
using Keyline.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Keyline.Server.Human.Admin.Audit;

/// <summary>The audit log: search it, take it away.</summary>
internal static class AuditApi
{
    private const int ExportBatch = 500;

    public static void MapAuditApi(this IEndpointRouteBuilder routes)
    {
        var audit = routes.MapApi("audit");
        audit.MapGet("", SearchAsync)
            .For(Permissions.AuditRead, "Entries, the newest first; ?q=, ?outcome=success|denied|stepUp, ?party=, ?from=, ?until=.");
        audit.MapGet("export", ExportAsync)
            .For(Permissions.AuditExport, "All entries of a period, the newest first, as ?format=json (a line each) or syslog (RFC 5424).")
            .RequireRateLimiting(RateLimits.Expensive);
    }

    private static async Task<Ok<Page<AuditJson>>> SearchAsync(HttpContext context, PageRequest page, IAuditLog log, CancellationToken ct)
    {
        var found = await log.SearchAsync(Read(context, page) with { Limit = page.Limit + 1 }, ct);
        return TypedResults.Ok(page.Of(found, AuditJson.Of, entry => entry.Id.Value));
    }

    private static async Task ExportAsync(
        HttpContext context, PageRequest page, IAuditLog log, ChangeRecorder recorder, IOptions<JsonOptions> json, CancellationToken ct)
    {
        var syslog = context.Request.Query["format"].ToString() switch
        {
            "" or "json" => false,
            "syslog" => true,
            _ => throw new BadHttpRequestException("'format': expected json or syslog."),
        };
        var query = Read(context, page) with { Limit = ExportBatch };
        recorder.Record(context.Actor(), "audit.export", AuditParty.None, ("format", syslog ? "syslog" : "json"));
        await recorder.TryCommitAsync(ct);
        context.Response.ContentType = syslog ? "text/plain; charset=utf-8" : "application/x-ndjson";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"audit-{context.Tenant().Slug}.{(syslog ? "log" : "jsonl")}\"";
        while (true)
        {
            var batch = await log.SearchAsync(query, ct);
            foreach (var entry in batch)
            {
                Write(context.Response.BodyWriter, context.Tenant(), entry, syslog, json.Value.SerializerOptions);
            }

            await context.Response.BodyWriter.FlushAsync(ct);
            if (batch.Count < ExportBatch)
            {
                return;
            }

            query = query with { Before = batch[^1].Id };
        }
    }

    private static void Write(IBufferWriter<byte> body, Tenant tenant, AuditEntry entry, bool syslog, JsonSerializerOptions json)
    {
        body.Write(syslog ? System.Text.Encoding.UTF8.GetBytes(SyslogLine.Of(tenant, entry)) : JsonSerializer.SerializeToUtf8Bytes(AuditJson.Of(entry), json));
        body.Write("\n"u8);
    }

    private static AuditQuery Read(HttpContext context, PageRequest page)
    {
        var query = context.Request.Query;
        return new AuditQuery
        {
            TenantId = context.Tenant().Id,
            Text = page.Text,
            Outcome = query["outcome"].ToString() switch
            {
                "" => null,
                "success" => AuditOutcome.Success,
                "denied" => AuditOutcome.Denied,
                "stepUp" => AuditOutcome.StepUp,
                _ => throw new BadHttpRequestException("'outcome': expected success, denied or stepUp."),
            },
            PartyId = PageRequest.TextOf(query["party"], "party"),
            From = InstantOf(query["from"], "from"),
            Until = InstantOf(query["until"], "until"),
            Before = page.After is { } id ? new AuditEntryId(id) : null,
        };
    }

    private static DateTimeOffset? InstantOf(string? text, string name) => string.IsNullOrEmpty(text) ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
        : throw new BadHttpRequestException($"'{name}': expected an instant such as 2026-03-02T09:00:00Z.");
}
