using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Keyline.Journal;

/// <summary>Links the entries of one tenant's audit log, so that a changed, missing or inserted entry shows.</summary>
public static class AuditChain
{
    /// <summary>The hash before the first link of a tenant's chain.</summary>
    public static ReadOnlyMemory<byte> Start(TenantId tenantId) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"keyline audit chain v1 {tenantId.Value}"));

    /// <summary>The hash of one link.</summary>
    /// <param name="previous">The hash of the link before, or <see cref="Start"/>.</param>
    /// <param name="number">The link's number, from 1.</param>
    /// <param name="entry">The entry that it holds.</param>
    public static ReadOnlyMemory<byte> Link(ReadOnlyMemory<byte> previous, long number, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var text = new ArrayBufferWriter<byte>(512);
        text.Write(previous.Span);
        Add(text, number);
        text.Write(entry.Id.Value.ToByteArray(bigEndian: true));
        text.Write(entry.TenantId.Value.ToByteArray(bigEndian: true));
        Add(text, entry.At.ToUnixTimeMilliseconds());
        Add(text, entry.Action);
        Add(text, (long)entry.Outcome);
        Add(text, entry.Actor);
        Add(text, entry.Target);
        Add(text, entry.Reference);
        Add(text, entry.Address);
        Add(text, entry.Facts.Count);
        foreach (var (name, value) in entry.Facts.OrderBy(fact => fact.Key, StringComparer.Ordinal))
        {
            Add(text, name);
            Add(text, value);
        }

        return SHA256.HashData(text.WrittenSpan);
    }

    private static void Add(ArrayBufferWriter<byte> text, AuditParty party)
    {
        Add(text, party.Kind);
        Add(text, party.Id);
        Add(text, party.Name);
    }

    private static void Add(ArrayBufferWriter<byte> text, long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(text.GetSpan(8), number);
        text.Advance(8);
    }

    // Each text goes in behind its length: two different entries never look the same.
    private static void Add(ArrayBufferWriter<byte> text, string value)
    {
        Add(text, Encoding.UTF8.GetByteCount(value));
        text.Advance(Encoding.UTF8.GetBytes(value, text.GetSpan(Encoding.UTF8.GetMaxByteCount(value.Length))));
    }
}
