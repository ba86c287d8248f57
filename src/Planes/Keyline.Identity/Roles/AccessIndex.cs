using System.Collections.Concurrent;
using Keyline.Identity.People;
using Keyline.Journal;
using Keyline.Tenancy;

namespace Keyline.Identity.Roles;

/// <summary>
/// Keeps in memory what people may do. An entry is worked out once, and forgotten when the change feed says that it may
/// no longer be true. A change that arrives while an entry is being worked out makes that entry not be kept.
/// </summary>
public sealed class AccessIndex(TimeProvider time) : IChangeListener
{
    /// <summary>How many people are kept at most; over it, the index starts anew.</summary>
    public const int MaxEntries = 2_000_000;

    private readonly ConcurrentDictionary<PersonId, (TenantId Tenant, PersonAccess Access)> _entries = new();
    private long _generation;

    /// <summary>What is known of a person, without asking the database.</summary>
    public PersonAccess? Find(TenantId tenantId, PersonId personId) =>
        _entries.TryGetValue(personId, out var entry) && entry.Tenant == tenantId
            && (entry.Access.ChangesAt is not { } end || end > time.GetUtcNow())
            ? entry.Access
            : null;

    /// <summary>What a person may do; null when there is no such person in the tenant.</summary>
    public async Task<PersonAccess?> FindAsync(Tenant tenant, PersonId personId, AccessReader reader, CancellationToken ct)
    {
        if (Find(tenant.Id, personId) is { } known)
        {
            return known;
        }

        var generation = Interlocked.Read(ref _generation);
        var access = await reader.ReadAsync(tenant, personId, ct);
        if (access is not null && generation == Interlocked.Read(ref _generation))
        {
            if (_entries.Count >= MaxEntries)
            {
                _entries.Clear();
            }

            _entries[personId] = (tenant.Id, access);
            if (generation != Interlocked.Read(ref _generation))
            {
                _entries.TryRemove(personId, out _);
            }
        }

        return access;
    }

    /// <inheritdoc/>
    public void OnChange(Change change)
    {
        switch (change.Kind)
        {
            case ChangeKinds.Person or ChangeKinds.PersonAccess when Guid.TryParse(change.Subject, out var person):
                Interlocked.Increment(ref _generation);
                _entries.TryRemove(new PersonId(person), out _);
                break;
            case ChangeKinds.Person or ChangeKinds.PersonAccess or ChangeKinds.Access or ChangeKinds.Tenant:
                Interlocked.Increment(ref _generation);
                foreach (var (person, entry) in _entries)
                {
                    if (entry.Tenant == change.TenantId)
                    {
                        _entries.TryRemove(person, out _);
                    }
                }

                break;
            default:
                break;
        }
    }
}
