using System.Net;
using System.Net.Sockets;
using Keyline.Identity.Domains;
using Microsoft.Extensions.Options;

namespace Keyline.Server.Outside.Dns;

/// <summary>Asks resolvers for TXT records: UDP first, TCP when an answer is cut off, forged or does not come.</summary>
internal sealed class DnsClient(IOptions<DnsOptions> options, ILogger<DnsClient> log) : IDnsTexts
{
    private readonly DnsOptions _options = options.Value;

    public async Task<Result<DnsTextRecords, DnsFault>> FindAsync(string name, CancellationToken ct)
    {
        var parsed = DnsName.Parse(name);
        if (!parsed.Ok)
        {
            return parsed.Fault;
        }

        var resolvers = ResolverList.From(_options);
        if (resolvers.Count == 0)
        {
            return new DnsFault(DnsFaultCode.NoResolver, "expected a resolver in Dns:Resolvers or /etc/resolv.conf, found none");
        }

        DnsFault? last = null;
        for (var attempt = 0; attempt <= _options.Attempts; attempt++)
        {
            foreach (var resolver in resolvers)
            {
                var answer = await AskAsync(resolver, parsed.Value, overTcp: attempt == _options.Attempts, ct);
                if (answer.Ok || answer.Fault.Code == DnsFaultCode.NameUnknown)
                {
                    return answer;
                }

                Log.LookupFailed(log, resolver, answer.Fault.Code, answer.Fault.Detail);
                last = answer.Fault.Code == DnsFaultCode.ResolverSilent ? last ?? answer.Fault : answer.Fault;
            }
        }

        return last ?? new DnsFault(DnsFaultCode.ResolverSilent, "no resolver was asked");
    }

    private async Task<Result<DnsTextRecords, DnsFault>> AskAsync(IPEndPoint resolver, DnsName name, bool overTcp, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(_options.Timeout);
        try
        {
            var query = DnsQuery.For(name);
            if (!overTcp && await DnsExchange.OverUdpAsync(resolver, query, patience.Token) is { } datagram)
            {
                var answer = DnsAnswerReader.Read(datagram, query);
                if (answer is not { Ok: true, Value.Truncated: true })
                {
                    return Judge(resolver, name, answer);
                }
            }

            query = DnsQuery.For(name);
            return Judge(resolver, name, DnsAnswerReader.Read(await DnsExchange.OverTcpAsync(resolver, query, patience.Token), query));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new DnsFault(DnsFaultCode.ResolverSilent, $"{resolver} did not answer within {_options.Timeout.TotalSeconds:0.###} s");
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return new DnsFault(DnsFaultCode.ResolverSilent, $"{resolver} could not be asked: {e.Message}");
        }
    }

    private static Result<DnsTextRecords, DnsFault> Judge(IPEndPoint resolver, DnsName name, Result<DnsAnswer, DnsFault> answer) => answer switch
    {
        { Ok: false } => answer.Fault with { Detail = $"{resolver}: {answer.Fault.Detail}" },
        { Value.ResponseCode: 3 } => new DnsFault(DnsFaultCode.NameUnknown, $"{resolver} says that '{name}' does not exist"),
        { Value.ResponseCode: 2 } => new DnsFault(DnsFaultCode.ResolverFailed, $"{resolver} failed to find '{name}' (SERVFAIL)"),
        { Value.ResponseCode: 5 } => new DnsFault(DnsFaultCode.ResolverFailed, $"{resolver} refuses to look for '{name}' (REFUSED)"),
        { Value.Truncated: true } => new DnsFault(DnsFaultCode.BadAnswer, $"{resolver} cuts its answer for '{name}' off, even over TCP"),
        { Value.Referral: true } => new DnsFault(DnsFaultCode.ResolverFailed, $"{resolver} does not look up names for others; it is not a resolver"),
        { Value.ResponseCode: 0 } => new DnsTextRecords(answer.Value.Texts),
        _ => new DnsFault(DnsFaultCode.ResolverFailed, $"{resolver} answered '{name}' with code {answer.Value.ResponseCode}"),
    };
}
