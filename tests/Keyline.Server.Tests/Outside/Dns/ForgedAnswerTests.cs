using Keyline.Identity.Domains;
using Keyline.Server.Outside.Dns;

namespace Keyline.Server.Tests.Outside.Dns;

/// <summary>Resolvers that lie, over real sockets.</summary>
public class ForgedAnswerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Passes_over_answers_with_a_wrong_id_and_takes_the_right_one()
    {
        var found = await AskAsync(question =>
        {
            var right = Answer(question, "right");
            var forged = Answer(question, "wrong");
            forged[0] ^= 0x55;
            return [forged, forged, right];
        });

        Assert.Equal("right", Assert.Single(found.Value?.Texts ?? []));
    }

    [Fact]
    public async Task Passes_over_answers_to_another_question()
    {
        var found = await AskAsync(question =>
        {
            var forged = Answer(question, "wrong");
            forged[DnsQuery.HeaderLength + 1] ^= 0x01;
            return [forged, Answer(question, "right")];
        });

        Assert.Equal("right", Assert.Single(found.Value?.Texts ?? []));
    }

    [Fact]
    public async Task Believes_no_datagram_of_a_flood_that_guesses()
    {
        var found = await AskAsync(question => Enumerable.Range(1, 500).Select(i =>
        {
            var forged = Answer(question, "wrong");
            forged[0] ^= (byte)(i >> 8);
            forged[1] ^= (byte)(i & 0xFF);
            return forged;
        }).Where(forged => forged[0] != question[0] || forged[1] != question[1]));

        // What follows is TCP, and nobody listens there.
        Assert.Equal(DnsFaultCode.ResolverSilent, found.Fault?.Code);
    }

    [Fact]
    public async Task Says_that_an_answer_is_malformed()
    {
        var found = await AskAsync(question => [Answer(question, "right")[..^3]]);

        Assert.Equal(DnsFaultCode.BadAnswer, found.Fault?.Code);
    }

    [Fact]
    public async Task Says_that_a_server_is_no_resolver()
    {
        var found = await AskAsync(question =>
        {
            var empty = question.ToArray();
            empty[2] = 0x80;
            return [empty];
        });

        Assert.Equal(DnsFaultCode.ResolverFailed, found.Fault?.Code);
    }

    private static byte[] Answer(byte[] question, string text)
    {
        byte[] answer = [.. question, .. DnsMessages.Text(text)];
        answer[2] = 0x81;
        answer[3] = 0x80;
        answer[7] = 1;
        return answer;
    }

    /// <summary>Asks a resolver that answers each datagram with these.</summary>
    private static async Task<Result<DnsTextRecords, DnsFault>> AskAsync(Func<byte[], IEnumerable<byte[]>> answers)
    {
        using var resolver = new FakeResolver(answers);
        return await DnsPeer.Client(resolver.Address).FindAsync("_keyline.acme.test", Ct);
    }
}
