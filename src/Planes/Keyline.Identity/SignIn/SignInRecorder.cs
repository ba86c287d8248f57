using System.Globalization;
using Keyline.Identity.Access;
using Keyline.Identity.Federation;
using Keyline.Identity.People;
using Keyline.Identity.Sessions;
using Keyline.Identity.SignIn.Traces;
using Keyline.Journal;

namespace Keyline.Identity.SignIn;

/// <summary>Writes how sign-ins ended: the audit entry of each (I10), and a trace of those that were refused or odd.</summary>
public sealed class SignInRecorder(IIdentityJournal journal, ITraceStore traces, TimeProvider time)
{
    /// <summary>The audit's word for a sign-in.</summary>
    public const string Action = "sign-in";

    private const int MaxFactLength = 500;

    /// <summary>Adds the entry of a success to the work under way; the caller commits.</summary>
    public void RecordSuccess(PlannedSignIn planned, SignInContext context, Session session)
    {
        var signIn = planned.SignIn;
        var facts = Facts(signIn, context.Purpose);
        facts["session"] = session.Id.ToString();
        facts["session-ends"] = session.ExpiresAt.ToString("u", CultureInfo.InvariantCulture);
        facts["assurance"] = signIn.Assurance.ToString().ToLowerInvariant();
        facts["roles"] = Cut(string.Join(' ', planned.Roles.Select(role => role.Role.Name).Distinct()));
        foreach (var (remark, number) in planned.Remarks.Select((remark, number) => (remark, number)))
        {
            facts[$"remark-{number + 1}"] = Cut(remark);
        }

        var reference = planned.Remarks.Count > 0 ? SignInReference.New() : "";
        journal.Record(new AuditEntry
        {
            TenantId = context.Tenant.Id,
            At = time.GetUtcNow(),
            Action = context.Purpose == SignInPurpose.Link ? "identity.link" : Action,
            Outcome = AuditOutcome.Success,
            Actor = SignedIn.PartyOf(planned.After),
            Target = PartyOf(signIn.Connection),
            Reference = reference,
            Address = context.Client.Address,
            Facts = facts,
        });
        if (reference.Length > 0)
        {
            traces.Add(Trace(reference, context, signIn.Connection, planned.After.Id,
                new SignInFault(SignInFaultCode.Conflict, string.Join("; ", planned.Remarks)) { Report = signIn.Report }, refused: false));
        }
    }

    /// <summary>Commits a refusal, with its trace, and answers with the outcome that names its reference.</summary>
    public async Task<SignInOutcome.Refused> RefuseAsync(
        SignInFault fault, SignInContext context, Connection? connection, VerifiedSignIn? signIn, Person? person, CancellationToken ct)
    {
        var reference = SignInReference.New();
        var facts = signIn is null ? new Dictionary<string, string>(StringComparer.Ordinal) : Facts(signIn, context.Purpose);
        facts["code"] = fault.Code.ToString();
        facts["detail"] = Cut(fault.Detail);
        facts["purpose"] = context.Purpose.ToString();
        if (fault.ProtocolCode.Length > 0)
        {
            facts["protocol-code"] = fault.ProtocolCode;
        }

        journal.Record(new AuditEntry
        {
            TenantId = context.Tenant.Id,
            At = time.GetUtcNow(),
            Action = Action,
            Outcome = AuditOutcome.Denied,
            Actor = person is null ? AuditParty.Anonymous : SignedIn.PartyOf(person),
            Target = connection is null ? AuditParty.None : PartyOf(connection),
            Reference = reference,
            Address = context.Client.Address,
            Facts = facts,
        });
        traces.Add(Trace(reference, context, connection, person?.Id, fault, refused: true));
        await journal.CommitAsync(ct);
        return new SignInOutcome.Refused(fault, reference);
    }

    internal static AuditParty PartyOf(Connection connection) => new("connection", connection.Id.ToString(), connection.Slug);

    private static Dictionary<string, string> Facts(VerifiedSignIn signIn, SignInPurpose purpose)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["method"] = signIn.Method.ToString().ToLowerInvariant(),
            ["subject"] = Cut(signIn.Subject),
            ["purpose"] = purpose.ToString(),
        };
        foreach (var (name, value) in signIn.Evidence.Take(AuditEntry.MaxFacts / 2))
        {
            facts[name] = Cut(value);
        }

        return facts;
    }

    private static string Cut(string text) => text.Length <= MaxFactLength ? text : text[..MaxFactLength];

    private SignInTrace Trace(
        string reference, SignInContext context, Connection? connection, PersonId? person, SignInFault fault, bool refused)
    {
        return new SignInTrace
        {
            Reference = reference,
            TenantId = context.Tenant.Id,
            ConnectionId = connection?.Id,
            PersonId = person,
            At = time.GetUtcNow(),
            Purpose = context.Purpose,
            Code = fault.Code,
            ProtocolCode = fault.ProtocolCode,
            Detail = fault.Detail.Length <= SignInTrace.MaxDetailLength ? fault.Detail : fault.Detail[..SignInTrace.MaxDetailLength],
            Checks = [.. fault.Report.Checks.Take(SignInTrace.MaxChecks)],
            Address = context.Client.Address,
            Client = context.Client.Name,
            Refused = refused,
        };
    }
}
