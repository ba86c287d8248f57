using System.Globalization;
using System.Text;
using Keyline.Identity.Changes;
using Keyline.Identity.Federation.Presets;
using Keyline.Identity.Federation.Saml;
using Keyline.Identity.SetupLinks;
using Keyline.Tenancy;

namespace Keyline.Identity.Federation.Managing;

/// <summary>Makes a connection from a preset. It is switched off, and knows nothing of the IdP yet.</summary>
public sealed class CreateConnection(IConnectionStore connections, SamlKeys keys, ConnectionWork work, SetupConnection setup)
{
    public const int MaxConnections = 50;

    // "idp" is where Keyline itself is an IdP.
    private static readonly string[] _reserved = ["idp", "local", "metadata"];

    /// <param name="right">Who.</param>
    /// <param name="presetKey">From what.</param>
    /// <param name="name">What people read, when there is a choice.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Result<Connection, ConnectionFault>> CreateAsync(ConnectionRight right, string presetKey, string? name, CancellationToken ct)
    {
        if (!right.MayCreate)
        {
            return new ConnectionFault(ConnectionFaultCode.NotPermitted, "this set-up link has a connection already; go on with that one");
        }

        if (ConnectionPresets.Find(presetKey) is not { } preset)
        {
            return new ConnectionFault(ConnectionFaultCode.UnknownPreset, "there is no such preset; choose one of the list");
        }

        if (!LineText.TryParse(name, Connection.MaxNameLength, out var clean))
        {
            return ConnectionFault.Invalid("name", $"expected a name of one line, 1 to {Connection.MaxNameLength} characters");
        }

        var known = await connections.ListAsync(right.Actor.Tenant.Id, ct);
        if (known.Count >= MaxConnections)
        {
            return new ConnectionFault(ConnectionFaultCode.TooMany, $"a tenant has up to {MaxConnections} connections; remove one that is not used");
        }

        var connection = NewOf(right.Actor.Tenant, preset, clean, [.. known.Select(other => other.Slug), .. _reserved]);
        connections.Add(connection);
        work.Record(right, connection, "connection.create", ("preset", preset.Key));
        return await work.Recorder.TryCommitAsync(CancellationToken.None) ? connection : ConnectionFault.Conflict;
    }

    /// <summary>Makes the one connection of a set-up link.</summary>
    public async Task<Result<Connection, ConnectionFault>> CreateAsync(SetupSession session, string presetKey, string? name, CancellationToken ct)
    {
        var right = ConnectionRight.Of(session);
        if (!right.Ok)
        {
            return right.Fault;
        }

        var created = await CreateAsync(right.Value, presetKey, name, ct);
        if (!created.Ok)
        {
            return created.Fault;
        }

        var kept = await setup.KeepAsync(session, created.Value.Id, CancellationToken.None);
        return kept.Ok ? created.Value : new ConnectionFault(ConnectionFaultCode.Conflict, kept.Fault.Detail);
    }

    /// <summary>A name for addresses out of one for people: <c>Müller &amp; Söhne</c> becomes <c>muller-sohne</c>.</summary>
    internal static string SlugOf(string name, IReadOnlyCollection<string> taken)
    {
        var text = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                text.Append(letter);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && text.Length > 0 && text[^1] != '-')
            {
                text.Append('-');
            }
        }

        var stem = text.ToString(0, Math.Min(text.Length, Connection.MaxSlugLength - 4)).Trim('-');
        var wanted = stem.Length == 0 ? "sso" : stem;
        return !taken.Contains(wanted) ? wanted
            : Enumerable.Range(2, taken.Count + 1).Select(number => $"{wanted}-{number.ToString(CultureInfo.InvariantCulture)}").First(slug => !taken.Contains(slug));
    }

    private Connection NewOf(Tenant tenant, ConnectionPreset preset, string name, IReadOnlyCollection<string> taken)
    {
        var id = ConnectionId.New();
        return new Connection
        {
            Id = id,
            TenantId = tenant.Id,
            Slug = SlugOf(name, taken),
            Name = name,
            Preset = preset.Preset,
            Attributes = preset.Attributes,
            Settings = preset.Settings is SamlConnectionSettings saml ? saml with { Keys = [keys.Create(id, SamlKeyState.Current)] } : preset.Settings,
            CreatedAt = work.Now,
            ChangedAt = work.Now,
        };
    }
}
