using Keyline.Saml.Bindings;
using Keyline.Saml.Encryption;
using Keyline.Saml.Messages;
using Keyline.Saml.Reading;

namespace Keyline.Saml.Verification;

/// <summary>Verifies both messages of single logout (Profiles 4.4.4), which must be signed in either binding.</summary>
public static class LogoutVerifier
{
    /// <summary>Verifies a request to end sessions.</summary>
    /// <param name="message">The message.</param>
    /// <param name="trust">Whom we believe, and where the message came.</param>
    /// <param name="now">The time.</param>
    public static Result<VerifiedMessage<LogoutRequest>, SamlFault> VerifyRequest(
        IncomingMessage message, MessageTrust trust, DateTimeOffset now)
    {
        var check = new MessageCheck(message, trust, now);
        if (check.Refusal(MessageKind.LogoutRequest, true) is { } refusal)
        {
            return refusal;
        }

        var fields = new FieldReader();
        var root = message.Root;
        var options = new DecryptionOptions(trust.DecryptionKeys, trust.InsecureAllowCbc, trust.Limits, message.Tree.Identifiers);
        var name = NameIdReader.Read(root, options, fields);
        var until = fields.Time(root, "NotOnOrAfter");
        var indexes = new List<string>();
        for (var child = root.FirstElement; child is not null; child = child.NextElement)
        {
            if (child.Is(Names.Protocol, "SessionIndex"))
            {
                indexes.Add(fields.Text(child));
            }
        }

        if (!fields.Ok || name is null)
        {
            return fields.Fault;
        }

        if (until <= now - trust.ClockTolerance)
        {
            return new SamlFault(
                SamlFaultCode.Expired, "a request that is still good",
                $"one that ended {SamlTime.Format(until.Value)} by their clock, while ours is {SamlTime.Format(now)}");
        }

        var request = new LogoutRequest
        {
            Id = check.Id,
            IssueInstant = check.IssueInstant,
            Issuer = trust.EntityId,
            Destination = trust.Location,
            NameId = name,
            SessionIndexes = indexes,
            NotOnOrAfter = until,
            Reason = root.Attribute("Reason"),
        };
        return new VerifiedMessage<LogoutRequest>(request, check.SignedBy);
    }

    /// <summary>Verifies the answer to a request of ours. Whether all sessions ended is in its status.</summary>
    /// <param name="message">The message.</param>
    /// <param name="trust">Whom we believe, and where the message came.</param>
    /// <param name="requestId">The request that it must answer.</param>
    /// <param name="now">The time.</param>
    public static Result<VerifiedMessage<LogoutResponse>, SamlFault> VerifyResponse(
        IncomingMessage message, MessageTrust trust, string requestId, DateTimeOffset now)
    {
        var check = new MessageCheck(message, trust, now);
        if (check.Refusal(MessageKind.LogoutResponse, true) is { } refusal)
        {
            return refusal;
        }

        var fields = new FieldReader();
        var status = StatusReader.Read(message.Root, fields);
        var answers = message.Root.Attribute("InResponseTo");
        if (!fields.Ok)
        {
            return fields.Fault;
        }

        if (answers != requestId)
        {
            return new SamlFault(SamlFaultCode.WrongInResponseTo, requestId, answers ?? "none");
        }

        var response = new LogoutResponse
        {
            Id = check.Id,
            IssueInstant = check.IssueInstant,
            Issuer = trust.EntityId,
            Destination = trust.Location,
            InResponseTo = answers,
            Status = status,
        };
        return new VerifiedMessage<LogoutResponse>(response, check.SignedBy);
    }
}
