using System.Text.Json;
using Keyline.Identity.Sessions;
using Keyline.Identity.SignIn;
using Keyline.Saml;
using Keyline.Saml.Bindings;
using Keyline.Saml.Messages;
using Keyline.Saml.Signatures;
using Keyline.Saml.Verification;
using Keyline.Secrets;
using Keyline.Tenancy;
using CheckReport = Keyline.Checks.CheckReport;

namespace Keyline.Identity.Federation.Saml;

/// <summary>Single logout at a SAML IdP, in both directions (Profiles 4.4). Both messages are always signed.</summary>
public sealed class SamlSignOut(SamlKeys keys, PublicOrigin origin, EndIdpSessions sessions, SecretSealer sealer, TimeProvider time)
{
    private const string Kind = "saml-logout";

    /// <summary>The request with which a session that ended here also ends at the IdP; null where the IdP takes none.</summary>
    public SignOutStep? Start(Tenant tenant, Connection connection, Session session)
    {
        var settings = (SamlConnectionSettings)connection.Settings;
        if (settings.Provider is not { } provider || SamlTrust.LogoutOf(provider, settings.RequestBinding) is not { } target
            || session.SealedLogoutHint is not { } text
            || sealer.Open(text, StartSession.HintPurpose(session.Id)) is not { Ok: true, Value: var hint }
            || JsonSerializer.Deserialize<NameId>(hint.Reveal()) is not { } nameId)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var request = new LogoutRequest
        {
            Id = ProtocolMessage.NewId(),
            IssueInstant = now,
            Issuer = origin.Of(tenant, connection).SamlEntityId,
            Destination = target.Location,
            NameId = nameId,
            SessionIndexes = session.IdpSession is { } index ? [index] : [],
            NotOnOrAfter = now.AddMinutes(5),
        };
        using var key = keys.OpenCurrent(connection.Id, settings);
        return key is null ? null : new SignOutStep(SamlStep.Of(request, target.Binding, key, null), request.Id);
    }

    /// <summary>Takes a message at the logout address: the IdP's request, or its answer to ours.</summary>
    /// <param name="tenant">Whose address.</param>
    /// <param name="connection">Which connection's.</param>
    /// <param name="read">The message, read from the query or the form.</param>
    /// <param name="asked">The identifier of the request that this browser carries an answer to, if any.</param>
    /// <param name="client">Who brings it.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<SamlSignOutOutcome> TakeAsync(
        Tenant tenant, Connection connection, Result<IncomingMessage, SamlFault> read, string? asked, ClientDescription client, CancellationToken ct)
    {
        var settings = (SamlConnectionSettings)connection.Settings;
        var trust = SamlTrust.Of(settings);
        if (!read.Ok)
        {
            return new SamlSignOutOutcome.Refused(SamlReport.Fault(read.Fault, CheckReport.Empty));
        }

        if (!trust.Ok)
        {
            return new SamlSignOutOutcome.Refused(trust.Fault);
        }

        var own = keys.OpenAll(connection.Id, settings);
        try
        {
            var believed = new MessageTrust
            {
                EntityId = trust.Value.EntityId,
                SigningKeys = trust.Value.SigningKeys,
                Location = origin.Of(tenant, connection).SamlLogout,
                DecryptionKeys = own,
            };
            return read.Value.Kind == MessageKind.LogoutRequest
                ? await EndAsync(tenant, connection, read.Value, believed, own, client, ct)
                : Finish(read.Value, believed, asked);
        }
        finally
        {
            foreach (var key in own)
            {
                key.Dispose();
            }
        }
    }

    private SamlSignOutOutcome Finish(IncomingMessage message, MessageTrust believed, string? asked)
    {
        var verified = LogoutVerifier.VerifyResponse(message, believed, asked ?? "", time.GetUtcNow());
        return verified.Ok
            ? new SamlSignOutOutcome.Finished(verified.Value.Message.Status.IsSuccess)
            : new SamlSignOutOutcome.Refused(SamlReport.Fault(verified.Fault, CheckReport.Empty));
    }

    private async Task<SamlSignOutOutcome> EndAsync(
        Tenant tenant, Connection connection, IncomingMessage message, MessageTrust believed, IReadOnlyList<CertifiedKey> own, ClientDescription client,
        CancellationToken ct)
    {
        var verified = LogoutVerifier.VerifyRequest(message, believed, time.GetUtcNow());
        if (!verified.Ok)
        {
            return new SamlSignOutOutcome.Refused(SamlReport.Fault(verified.Fault, CheckReport.Empty));
        }

        var request = verified.Value.Message;
        var until = request.IssueInstant + believed.LongestAge + believed.ClockTolerance;
        if (!await sessions.IsNewAsync(tenant.Id, Kind, $"{connection.Id} {request.Id}", until, ct))
        {
            return new SamlSignOutOutcome.Refused(new SignInFault(SignInFaultCode.Replayed, $"the logout request '{request.Id}' came before"));
        }

        var ended = await sessions.EndAsync(connection, request.NameId.Value, request.SessionIndexes, client, CancellationToken.None);
        var settings = (SamlConnectionSettings)connection.Settings;
        if (settings.Provider is not { } provider || SamlTrust.LogoutResponseOf(provider, message.Binding) is not { } target || own.Count == 0)
        {
            return new SamlSignOutOutcome.Ended(null, ended);
        }

        var response = new LogoutResponse
        {
            Id = ProtocolMessage.NewId(),
            IssueInstant = time.GetUtcNow(),
            Issuer = origin.Of(tenant, connection).SamlEntityId,
            Destination = target.Location,
            InResponseTo = request.Id,
            Status = SamlStatus.Success,
        };
        return new SamlSignOutOutcome.Ended(SamlStep.Of(response, target.Binding, own[0], message.RelayState), ended);
    }
}
