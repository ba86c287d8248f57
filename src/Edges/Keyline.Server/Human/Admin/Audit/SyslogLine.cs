using System.Globalization;
using System.Text;
using Keyline.Journal;
using Keyline.Tenancy;

namespace Keyline.Server.Human.Admin.Audit;

/// <summary>An audit entry as a syslog message (RFC 5424).</summary>
internal static class SyslogLine
{
    // RFC 5424 6.2.1: facility 13 is the audit's.
    private const int Facility = 13;

    // RFC 5424 6.3.2: a name of our own needs an enterprise number; 32473 is the one for documentation (RFC 5612).
    private const string DataId = "keyline@32473";
    private const int MaxMessageId = 32;
    private const int MaxParameterName = 32;

    public static string Of(Tenant tenant, AuditEntry entry)
    {
        var severity = entry.Outcome switch { AuditOutcome.Success => 6, AuditOutcome.StepUp => 5, _ => 4 };
        var line = new StringBuilder(512);
        line.Append(CultureInfo.InvariantCulture, $"<{(Facility * 8) + severity}>1 {entry.At.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ} - keyline - ")
            .Append(Name(entry.Action, MaxMessageId)).Append(" [").Append(DataId);
        Add("id", entry.Id.ToString());
        Add("tenant", tenant.Slug.Value);
        Add("outcome", entry.Outcome.ToString());
        Add("actorKind", entry.Actor.Kind);
        Add("actorId", entry.Actor.Id);
        Add("actorName", entry.Actor.Name);
        Add("targetKind", entry.Target.Kind);
        Add("targetId", entry.Target.Id);
        Add("targetName", entry.Target.Name);
        Add("reference", entry.Reference);
        Add("address", entry.Address);
        foreach (var (name, value) in entry.Facts.OrderBy(fact => fact.Key, StringComparer.Ordinal))
        {
            Add("fact." + name, value);
        }

        return line.Append(']').ToString();

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                line.Append(' ').Append(Name(name, MaxParameterName)).Append("=\"").Append(Value(value)).Append('"');
            }
        }
    }

    // RFC 5424 6: printable ASCII, without what ends a name.
    private static string Name(string text, int length)
    {
        var name = new string([.. text.Where(c => c is > ' ' and < '\u007f' && c is not ('=' or ']' or '"')).Take(length)]);
        return name.Length == 0 ? "-" : name;
    }

    // RFC 5424 6.3.3: three characters are escaped; a line end would begin another message.
    private static string Value(string text)
    {
        var value = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            value.Append(c is '"' or '\\' or ']' ? "\\" : "").Append(char.IsControl(c) ? ' ' : c);
        }

        return value.ToString();
    }
}
