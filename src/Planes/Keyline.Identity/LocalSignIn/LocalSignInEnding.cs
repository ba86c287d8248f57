using Keyline.Identity.Authenticators.Devices;
using Keyline.Identity.BreakGlass;
using Keyline.Identity.People;
using Keyline.Identity.Policy;
using Keyline.Identity.Roles;
using Keyline.Identity.Sessions;

namespace Keyline.Identity.LocalSignIn;

/// <summary>Ends a local sign-in that is allowed: session, known browser, audit, and what the use of a break-glass account entails.</summary>
public sealed class LocalSignInEnding(
    StartSession sessions, AccessReader access, IPersonStore people, DeviceRecognition devices, BreakGlassUse breakGlass,
    LocalSignInRecorder recorder)
{
    /// <summary>Adds everything to the unit of work; the caller commits. Null when the person was deactivated meanwhile.</summary>
    public async Task<LocalOutcome.SignedIn?> AddAsync(
        LocalSignInRequest request, LocalStep.Allow allowed, LocalFacts facts, string returnPath, CancellationToken ct)
    {
        var person = allowed.Person;
        var roles = (await access.ReadAsync(request.Tenant, person.Id, ct))?.Roles ?? [];
        var known = await devices.FindAsync(person.TenantId, person.Id, request.Device, ct);
        var started = sessions.Add(new SessionRequest
        {
            Person = person,
            Method = allowed.Method,
            Assurance = allowed.Assurance,
            AuthenticatedAt = facts.At,
            Limits = SessionLimitRule.For(roles, facts.Settings),
            Client = request.Client,
        });
        recorder.AddSuccess(request, person,
        [
            new("session", started.Session.Id.ToString()),
            new("assurance", allowed.Assurance.ToString().ToLowerInvariant()),
            new("second-factor", facts.Proved?.Name ?? "none"),
            new("known-browser", known is null ? "no" : "yes"),
            new("roles", string.Join(' ', roles.Select(role => role.Role.Name).Distinct())),
        ]);
        if (person.Kind == PersonKind.BreakGlass)
        {
            await breakGlass.AddAsync(new BreakGlassSignIn(request.Tenant, facts.Settings, person, started.Session, facts.Proved?.Name ?? "none"), ct);
        }

        // Last: it holds the person's row until the commit, and SQLite has one writer at a time.
        var device = await devices.AddAsync(person, known, ct);
        return await people.MarkSignedInAsync(person.TenantId, person.Id, facts.At, ct)
            ? new LocalOutcome.SignedIn(started, returnPath, device)
            : null;
    }
}
