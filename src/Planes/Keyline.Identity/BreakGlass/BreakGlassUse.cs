using System.Globalization;
using Keyline.Identity.Access;
using Keyline.Identity.Authenticators.Passwords;
using Keyline.Identity.BreakGlass.Drills;
using Keyline.Identity.Mail;
using Keyline.Identity.Mail.Outbox;
using Keyline.Journal;

namespace Keyline.Identity.BreakGlass;

/// <summary>
/// What every use of a break-glass account entails, in the commit that begins the session: an alert by mail and in the audit
/// log, a request to rotate the password, and the evidence where a drill is under way.
/// </summary>
public sealed class BreakGlassUse(
    IBreakGlassStore store, IPasswordStore passwords, MailWriter mail, IEvidenceSigner signer, IIdentityJournal journal)
{
    /// <summary>Adds it to the unit of work.</summary>
    public async Task AddAsync(BreakGlassSignIn use, CancellationToken ct)
    {
        var (tenant, person) = (use.Tenant, use.Person);
        var drill = await store.FindOpenDrillAsync(tenant.Id, person.Id, use.Session.CreatedAt, ct);
        var account = await store.FindAsync(tenant.Id, person.Id, ct)
            ?? throw new InvalidOperationException($"The break-glass account '{person.Id}' was there when its sign-in was decided, and is gone.");
        if (await passwords.FindAsync(tenant.Id, person.Id, ct) is { RotationDueSince: null } password)
        {
            await passwords.SaveAsync(password with { RotationDueSince = use.Session.CreatedAt }, ct);
        }

        await store.SaveAsync(
            account with
            {
                LastUsedAt = use.Session.CreatedAt,
                LastDrillAt = drill is null ? account.LastDrillAt : use.Session.CreatedAt,
            },
            ct);
        if (drill is not null)
        {
            var evidence = DrillEvidence.Text(drill, use);
            var signature = await signer.SignAsync(evidence, ct);
            await store.SaveAsync(
                drill with
                {
                    CompletedAt = use.Session.CreatedAt,
                    Evidence = evidence,
                    KeyId = signature.KeyId,
                    Signature = signature.Signature.ToArray(),
                },
                ct);
        }

        Alert(use, drill is not null);
    }

    private void Alert(BreakGlassSignIn use, bool drill)
    {
        journal.Record(new AuditEntry
        {
            TenantId = use.Tenant.Id,
            At = use.Session.CreatedAt,
            Action = drill ? "break-glass.drill" : "break-glass.use",
            Outcome = AuditOutcome.Success,
            Actor = SignedIn.PartyOf(use.Person),
            Target = new AuditParty("session", use.Session.Id.ToString(), use.Session.Client),
            Address = use.Session.Address,
            Facts = new Dictionary<string, string>
            {
                ["second-factor"] = use.SecondFactor,
                ["alerted"] = use.Settings.AlertAddresses.Count.ToString(CultureInfo.InvariantCulture),
            },
        });
        foreach (var address in use.Settings.AlertAddresses.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            mail.Add(use.Tenant.Id, new OutgoingMail
            {
                To = address,
                Subject = drill ? $"Break-glass drill at {Line(use.Tenant.Name)}" : $"Break-glass account used at {Line(use.Tenant.Name)}",
                Text = Text(use, drill),
            });
        }
    }

    private static string Text(BreakGlassSignIn use, bool drill) =>
        $"""
        {(drill ? "This was a drill." : "This was not a drill.")}

        Account: {Line(use.Person.UserName)} ({Line(use.Person.DisplayName)})
        Tenant: {Line(use.Tenant.Name)}
        Time: {use.Session.CreatedAt.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)}
        From: {use.Session.Address}, {Line(use.Session.Client)}
        Second factor: {use.SecondFactor}
        Session: {use.Session.Id}

        If nobody of yours did this, end the session in the console under Sessions and remove the account.
        Otherwise set a new password for the account and put it back under seal: the old one has been used.
        """;

    // A name must not be able to add lines of its own to a mail.
    private static string Line(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
}
