using System.Buffers.Binary;
using Keyline.Identity.Domains;
using Keyline.Server.Outside.Dns;

namespace Keyline.Server.Tests.Outside.Dns;

/// <summary>Malformed answers. Each begins with a complete one.</summary>
public class DnsAnswerReaderTests
{
    [Fact]
    public void Reads_a_complete_answer()
    {
        var answer = Read(DnsMessages.Answer(DnsMessages.Text("one"), DnsMessages.Text("two")));

        Assert.Equal(["one", "two"], answer.Value?.Texts);
    }

    [Fact]
    public void Passes_over_the_texts_of_another_name()
    {
        var other = DnsMessages.Record("\u0004evil\u0004test\0"u8.ToArray(), 16, [1, (byte)'x']);

        Assert.Empty(Read(DnsMessages.Answer(other)).Value?.Texts ?? ["?"]);
    }

    [Fact]
    public void A_dot_inside_a_label_does_not_make_another_name_the_same()
    {
        var other = DnsMessages.Record("\u000d_keyline.acme\u0004test\0"u8.ToArray(), 16, [1, (byte)'x']);

        Assert.Empty(Read(DnsMessages.Answer(other)).Value?.Texts ?? ["?"]);
    }

    [Fact]
    public void Refuses_a_pointer_that_points_at_itself() => Refused(Broken(answer =>
        BinaryPrimitives.WriteUInt16BigEndian(answer.AsSpan(DnsMessages.FirstRecord), (ushort)(0xC000 | DnsMessages.FirstRecord))));

    [Fact]
    public void Refuses_pointers_that_go_in_a_circle()
    {
        // The record's name is a label and then a pointer back to that label.
        var circle = DnsMessages.Record([1, (byte)'a', 0xC0, (byte)DnsMessages.FirstRecord], 16, [1, (byte)'x']);

        Refused(DnsMessages.Answer(circle));
    }

    [Fact]
    public void Refuses_a_pointer_into_the_header() => Refused(Broken(answer => answer[DnsMessages.FirstRecord + 1] = 2));

    [Fact]
    public void Refuses_a_reserved_kind_of_label() => Refused(Broken(answer => answer[DnsMessages.FirstRecord] = 0x80));

    [Fact]
    public void Refuses_a_record_that_is_longer_than_the_message() => Refused(Broken(answer => answer[DnsMessages.FirstRecord + 10] = 0xFF));

    [Fact]
    public void Refuses_a_text_that_is_longer_than_its_record() => Refused(Broken(answer => answer[DnsMessages.FirstRecord + 12] = 0x40));

    [Fact]
    public void Refuses_more_records_than_there_are() => Refused(Broken(answer => answer[7] = 9));

    [Fact]
    public void Refuses_a_huge_count_of_records() => Refused(Broken(answer => answer[6] = 0xFF));

    [Fact]
    public void Refuses_the_answer_to_another_operation() => Refused(Broken(answer => answer[2] |= 0x28));

    [Fact]
    public void Refuses_another_id() => Refused(Broken(answer => answer[0] ^= 1));

    [Fact]
    public void Refuses_another_question() => Refused(Broken(answer => answer[DnsQuery.HeaderLength + 2] = (byte)'x'));

    [Fact]
    public void Refuses_another_letter_case() => Refused(Broken(answer => answer[DnsQuery.HeaderLength + 2] ^= 0x20));

    [Fact]
    public void Refuses_a_question_sent_back() => Refused(DnsMessages.Query.Wire);

    [Fact]
    public void Refuses_a_chain_of_aliases_without_end()
    {
        var circle = DnsMessages.Record([0xC0, 12], 5, [0xC0, 12]);

        Refused(DnsMessages.Answer([.. Enumerable.Repeat(circle, 40)]));
    }

    [Fact]
    public void Says_that_it_is_truncated() => Assert.True(Read(Broken(answer => answer[2] |= 2)).Value?.Truncated);

    [Fact]
    public void Any_prefix_of_an_answer_is_refused_or_read_without_harm()
    {
        var whole = DnsMessages.Answer(DnsMessages.Text("one"), DnsMessages.Text("two"));

        for (var length = 0; length < whole.Length; length++)
        {
            Assert.False(Read(whole[..length]).Ok, $"{length} bytes");
        }
    }

    [Fact]
    public void Random_changes_never_do_harm()
    {
        var random = new Random(20_111);
        var alias = DnsMessages.Record([0xC0, 12], 5, [3, (byte)'a', (byte)'b', (byte)'c', 0xC0, 21]);
        var whole = DnsMessages.Answer(alias, DnsMessages.Text("one"), DnsMessages.Text("two"));
        var answers = 0;
        for (var i = 0; i < 200_000; i++)
        {
            var changed = whole.ToArray();
            for (var n = random.Next(1, 6); n > 0; n--)
            {
                changed[random.Next(DnsMessages.FirstRecord - 8, changed.Length)] = (byte)random.Next(256);
            }

            answers += Read(changed).Ok ? 1 : 0;
        }

        Assert.InRange(answers, 1, 199_999);
    }

    private static byte[] Broken(Action<byte[]> change)
    {
        var answer = DnsMessages.Answer(DnsMessages.Text("one"));
        change(answer);
        return answer;
    }

    private static Result<DnsAnswer, DnsFault> Read(byte[] message) => DnsAnswerReader.Read(message, DnsMessages.Query);

    private static void Refused(byte[] message) => Assert.Equal(DnsFaultCode.BadAnswer, Read(message).Fault?.Code);
}
