using Keyline.Identity.Access;
using Keyline.Identity.People;
using Keyline.Identity.SamlProvider.Apps;
using Keyline.Identity.SignIn;
using Keyline.Journal;

namespace Keyline.Identity.SamlProvider;

/// <summary>Writes what the identity provider decided into the audit log (I10), with the identifiers that the apps log too.</summary>
public sealed class ProviderRecorder(IIdentityJournal journal, TimeProvider time)
{
    /// <summary>An app asked to have somebody signed in.</summary>
    public const string SignOn = "saml-app.sign-on";

    /// <summary>An app asked to have somebody signed out, or was told to.</summary>
    public const string Logout = "saml-app.logout";

    private const int MaxFactLength = 500;

    /// <summary>Adds an entry to the unit of work.</summary>
    public void Add(
        ProviderRequest request, string action, AuditOutcome outcome, SamlApp? app, Person? person, params (string Name, string? Value)[] facts) =>
        journal.Record(Entry(request, action, outcome, app, person, "", facts));

    /// <summary>Commits a refusal.</summary>
    /// <returns>The reference that the person is shown.</returns>
    public async Task<string> RefuseAsync(
        ProviderRequest request, string action, SamlProviderFault fault, SamlApp? app, params (string Name, string? Value)[] facts)
    {
        var reference = SignInReference.New();
        journal.Record(Entry(
            request, action, AuditOutcome.Denied, app, request.SignedIn?.Person, reference,
            [("code", fault.Code.ToString()), ("protocol-code", fault.ProtocolCode), ("detail", fault.Detail), .. facts]));
        await journal.CommitAsync(CancellationToken.None);
        return reference;
    }

    private static string Cut(string text) => text.Length <= MaxFactLength ? text : text[..MaxFactLength];

    private AuditEntry Entry(
        ProviderRequest request, string action, AuditOutcome outcome, SamlApp? app, Person? person, string reference,
        IEnumerable<(string Name, string? Value)> facts) => new()
        {
            TenantId = request.Tenant.Id,
            At = time.GetUtcNow(),
            Action = action,
            Outcome = outcome,
            Actor = person is null ? AuditParty.Anonymous : SignedIn.PartyOf(person),
            Target = app is null ? AuditParty.None : RegisterSamlApp.PartyOf(app),
            Reference = reference,
            Address = request.Client.Address,
            Facts = facts.Where(fact => fact.Value is { Length: > 0 })
                .ToDictionary(fact => fact.Name, fact => Cut(fact.Value ?? ""), StringComparer.Ordinal),
        };
}
