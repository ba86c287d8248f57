using Keyline.Identity.Access;
using Keyline.Identity.Federation;
using Keyline.Identity.Groups;
using Keyline.Identity.SamlProvider.Apps;
using Keyline.Identity.SamlProvider.Keys;
using Keyline.Identity.SamlProvider.Sessions;
using Keyline.Journal;
using Keyline.Saml.Bindings;
using Keyline.Saml.Messages;
using Keyline.Saml.Writing;

namespace Keyline.Identity.SamlProvider.SignOn;

/// <summary>Writes the answers to apps, signed with the tenant's key, and adds what is kept of them to the unit of work.</summary>
public sealed class IssueResponse(
    ProviderKeys keys, AppSessions sessions, IGroupStore groups, ProviderRecorder recorder, PublicOrigin origin, TimeProvider time)
{
    // Long enough for a slow page, short for a stolen one.
    private static readonly TimeSpan _deliverWithin = TimeSpan.FromMinutes(5);

    /// <summary>An assertion about whoever is signed in.</summary>
    public async Task<PostForm> VouchAsync(
        ProviderRequest from, SignedIn signedIn, PendingRequest request, SamlApp app, AppName name, string context, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (request.SessionBefore is { } before)
        {
            await sessions.CarryOverAsync(before, signedIn, app, ct);
        }

        var opened = await sessions.OpenAsync(signedIn, app, name, ct);
        var entityId = EntityId(from);
        var assertion = new IssuedAssertion
        {
            NameId = new NameId
            {
                Value = name.Value,
                Format = name.Format,
                NameQualifier = app.NameKind == SamlNameKind.Pairwise ? entityId : null,
                SpNameQualifier = app.NameKind == SamlNameKind.Pairwise ? app.EntityId : null,
            },
            Audience = app.EntityId,
            NotOnOrAfter = now + _deliverWithin,
            Attributes = SayOfPerson.To(app, signedIn.Person, await groups.ListOfPersonAsync(from.Tenant.Id, signedIn.Person.Id, ct)),
            AuthnInstant = signedIn.Session.AuthenticatedAt,
            AuthnContext = context,
            SessionIndex = opened.Index,
            SessionNotOnOrAfter = signedIn.Session.ExpiresAt,
        };
        var response = Begin(entityId, request, now) with { Assertion = assertion };
        recorder.Add(
            from, ProviderRecorder.SignOn, AuditOutcome.Success, app, signedIn.Person,
            ("request", request.RequestId), ("response", response.Id), ("assertion", assertion.Id), ("session-index", opened.Index),
            ("name-id", name.Value), ("session", signedIn.Session.Id.ToString()), ("context", context), ("address", request.ConsumerService));
        return await WriteAsync(from, response, app, request, ct);
    }

    /// <summary>That it did not work, for the app to explain.</summary>
    public async Task<PostForm> FailAsync(ProviderRequest from, PendingRequest request, SamlApp app, SamlStatus status, CancellationToken ct)
    {
        var response = Begin(EntityId(from), request, time.GetUtcNow()) with { Status = status };
        recorder.Add(
            from, ProviderRecorder.SignOn, AuditOutcome.Denied, app, from.SignedIn?.Person,
            ("request", request.RequestId), ("response", response.Id), ("status", status.Code), ("sub-status", status.SubCode),
            ("detail", status.Message));
        return await WriteAsync(from, response, app, request, ct);
    }

    private static IssuedResponse Begin(string entityId, PendingRequest request, DateTimeOffset now) => new()
    {
        IssueInstant = now,
        Issuer = entityId,
        Destination = request.ConsumerService,
        InResponseTo = request.RequestId,
    };

    private string EntityId(ProviderRequest from) => new ProviderAddresses(origin.Value, from.Tenant.Slug).EntityId;

    private async Task<PostForm> WriteAsync(
        ProviderRequest from, IssuedResponse response, SamlApp app, PendingRequest request, CancellationToken ct)
    {
        using var key = await keys.OpenAsync(from.Tenant, ct);
        return ResponseWriter.ToPost(response, new ResponseProtection(key) { EncryptFor = app.EncryptionKey() }, request.RelayState);
    }
}
