using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Keyline.Server.Outside.Time;

/// <summary>The 48 bytes of an SNTP message (RFC 4330).</summary>
internal static class SntpMessage
{
    public const int Length = 48;

    private const byte ClientVersion4 = 0x23;
    private const int ServerMode = 4;
    private const int AlarmLeap = 3;
    private const int MaxStratum = 15;
    private const int OriginateAt = 24;
    private const int ReceiveAt = 32;
    private const int TransmitAt = 40;

    /// <summary>Seconds after which a server's own error bound makes its time worthless here.</summary>
    private const double MaxRootDistance = 3;

    private static readonly DateTimeOffset _era0 = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset _era1 = _era0.AddSeconds(4294967296);

    /// <summary>A question. Its transmit time is random: the server repeats it, and nobody who did not see it can.</summary>
    public static byte[] NewQuestion()
    {
        var message = new byte[Length];
        message[0] = ClientVersion4;
        RandomNumberGenerator.Fill(message.AsSpan(TransmitAt));
        return message;
    }

    /// <summary>Whether this answers that question: a server's message that repeats its transmit time.</summary>
    public static bool Answers(ReadOnlySpan<byte> answer, ReadOnlySpan<byte> question) =>
        answer.Length >= Length && (answer[0] & 7) == ServerMode
        && answer.Slice(OriginateAt, 8).SequenceEqual(question.Slice(TransmitAt, 8));

    /// <summary>The offset from the four timestamps (RFC 4330 5), or why the answer is worth nothing.</summary>
    /// <param name="answer">The answer to a question of ours.</param>
    /// <param name="sent">When the question left, by this machine's clock.</param>
    /// <param name="received">When the answer came, by the same clock.</param>
    public static (TimeSpan Offset, TimeSpan RoundTrip, string? Problem) Read(
        ReadOnlySpan<byte> answer, DateTimeOffset sent, DateTimeOffset received)
    {
        int stratum = answer[1];
        if (stratum == 0)
        {
            // RFC 4330 8: kiss-o'-death; its code is four letters.
            var code = new string([.. Encoding.ASCII.GetString(answer.Slice(12, 4)).Where(char.IsAsciiLetterOrDigit)]);
            return Worthless($"it asks not to be asked (kiss-o'-death {code})");
        }

        var rootDistance = Fixed(answer[4..]) / 2 + Fixed(answer[8..]);
        if (answer[0] >> 6 == AlarmLeap || stratum > MaxStratum || rootDistance > MaxRootDistance)
        {
            return Worthless("its own clock is not synchronized");
        }

        var theirReceive = Timestamp(answer[ReceiveAt..]);
        var theirTransmit = Timestamp(answer[TransmitAt..]);
        if (theirReceive == _era0 || theirTransmit == _era0 || theirTransmit < theirReceive)
        {
            return Worthless("its timestamps contradict each other");
        }

        var roundTrip = received - sent - (theirTransmit - theirReceive);
        var offset = ((theirReceive - sent) + (theirTransmit - received)) / 2;
        return (offset, roundTrip < TimeSpan.Zero ? TimeSpan.Zero : roundTrip, null);

        static (TimeSpan Offset, TimeSpan RoundTrip, string? Problem) Worthless(string why) => (TimeSpan.Zero, TimeSpan.Zero, why);
    }

    /// <summary>Seconds since 1900 in 32.32 bits; the first bit clear means after 2036 (RFC 4330 3).</summary>
    public static DateTimeOffset Timestamp(ReadOnlySpan<byte> bytes)
    {
        var seconds = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        var fraction = BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]);
        if (seconds == 0 && fraction == 0)
        {
            return _era0;
        }

        var ticks = (long)((UInt128)fraction * TimeSpan.TicksPerSecond >> 32);
        return ((seconds & 0x80000000) != 0 ? _era0 : _era1).AddSeconds(seconds).AddTicks(ticks);
    }

    private static double Fixed(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32BigEndian(bytes) / 65536.0;
}
