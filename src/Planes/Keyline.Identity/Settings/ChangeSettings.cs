using System.Globalization;
using Keyline.Identity.BreakGlass;
using Keyline.Identity.Changes;
using Keyline.Identity.Roles;
using Keyline.Identity.Sessions;
using Keyline.Journal;

namespace Keyline.Identity.Settings;

/// <summary>Changes what a tenant has chosen about signing in. It counts for sessions that begin after it.</summary>
public sealed class ChangeSettings(ISettingsStore store, RoleCatalogue roles, ISsoRequirement ways, ChangeRecorder recorder)
{
    private const string Action = "settings.change";

    /// <summary>Replaces the settings as a whole.</summary>
    /// <returns>The settings as they are kept, or everything that is wrong with them.</returns>
    public async Task<Result<TenantSettings, SettingsFaults>> ChangeAsync(Actor actor, TenantSettings wanted, CancellationToken ct)
    {
        var before = await store.GetAsync(actor.Tenant.Id, ct);
        var after = wanted with { TenantId = actor.Tenant.Id, AlertAddresses = [.. wanted.AlertAddresses.Select(address => address.Trim()).Distinct()] };
        if (SettingsRule.Check(after, await roles.ReadAsync(actor.Tenant, ct)) is { Count: > 0 } faults)
        {
            return new SettingsFaults(faults);
        }

        var party = new AuditParty("tenant", actor.Tenant.Id.ToString(), actor.Tenant.Slug.Value);
        if (!actor.IsOperator && (after.InsecureAllowClearTextLdap != before.InsecureAllowClearTextLdap
            || after.InsecureAllowPrivateAddresses != before.InsecureAllowPrivateAddresses))
        {
            const string Detail = "switches that begin with Insecure are changed by the operator's staff alone";
            await recorder.RefuseAsync(actor, Action, party, nameof(SettingsFaultCode.OperatorOnly), Detail, ct);
            return new SettingsFaults([new SettingsFault(SettingsFaultCode.OperatorOnly, Detail)]);
        }

        if (after.LocalSignIn == LocalSignInMode.Nobody && before.LocalSignIn != LocalSignInMode.Nobody
            && await ways.MayRequireSsoAsync(actor.Tenant.Id, ct) is { Ok: false, Fault: { } untested })
        {
            await recorder.RefuseAsync(actor, Action, party, nameof(SettingsFaultCode.NoTestedBreakGlass), untested.Detail, ct);
            return new SettingsFaults([new SettingsFault(SettingsFaultCode.NoTestedBreakGlass, untested.Detail)]);
        }

        await store.SaveAsync(after, ct);
        recorder.Record(actor, Action, party, [.. Differences(before, after)]);
        recorder.Announce(actor, ChangeKinds.Tenant);
        return await recorder.TryCommitAsync(CancellationToken.None)
            ? after
            : new SettingsFaults(
                [new SettingsFault(SettingsFaultCode.Conflict, "somebody else changed the settings at the same time; look at them and try again")]);
    }

    private static IEnumerable<(string Name, string Value)> Differences(TenantSettings before, TenantSettings after)
    {
        foreach (var (name, was, becomes) in Pairs(before, after))
        {
            if (was != becomes)
            {
                yield return (name, $"{was} -> {becomes}");
            }
        }
    }

    private static (string Name, string Was, string Becomes)[] Pairs(TenantSettings before, TenantSettings after) =>
    [
        ("local-sign-in", before.LocalSignIn.ToString(), after.LocalSignIn.ToString()),
        ("session-limits", Say(before.SessionLimits), Say(after.SessionLimits)),
        ("session-limits-by-role", Say(before.SessionLimitsByRole), Say(after.SessionLimitsByRole)),
        ("clock-tolerance", Say(before.ClockToleranceSeconds), Say(after.ClockToleranceSeconds)),
        ("insecure-clear-text-ldap", before.InsecureAllowClearTextLdap.ToString(), after.InsecureAllowClearTextLdap.ToString()),
        ("insecure-private-addresses", before.InsecureAllowPrivateAddresses.ToString(), after.InsecureAllowPrivateAddresses.ToString()),
        ("alert-addresses", string.Join(' ', before.AlertAddresses), string.Join(' ', after.AlertAddresses)),
    ];

    private static string Say(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Say(SessionLimits limits) => $"{limits.Idle:c}/{limits.Absolute:c}";

    private static string Say(IReadOnlyDictionary<string, SessionLimits> limits) =>
        string.Join(' ', limits.OrderBy(limit => limit.Key, StringComparer.Ordinal).Select(limit => $"{limit.Key}={Say(limit.Value)}"));
}
