using System.Net.Sockets;
using Keyline.Identity.Clock;
using Microsoft.Extensions.Options;

namespace Keyline.Server.Outside.Time;

/// <summary>Measures the offset of this machine's clock against all servers at once and takes the median.</summary>
internal sealed class SntpClient(IOptions<TimeOptions> options, TimeProvider time, ILogger<SntpClient> log) : ITimeServers
{
    private const int MaxForeign = 16;

    private readonly TimeOptions _options = options.Value;

    public async Task<Result<ClockOffset, ClockFault>> MeasureAsync(CancellationToken ct)
    {
        if (_options.Servers.Count == 0)
        {
            return new ClockFault(ClockFaultCode.NotConfigured, "expected time servers in Time:Servers, found none");
        }

        var readings = await Task.WhenAll(_options.Servers.Select(server => AskAsync(server, ct)));
        foreach (var reading in readings)
        {
            if (reading.Problem is { } problem)
            {
                Log.ServerUseless(log, reading.Server, problem);
            }
        }

        var good = readings.Where(reading => reading.Offset is not null).OrderBy(reading => reading.Offset).ToList();
        if (good.Count == 0)
        {
            return new ClockFault(
                ClockFaultCode.NoAnswer, string.Join("; ", readings.Select(reading => $"{reading.Server}: {reading.Problem}")));
        }

        // With three servers or more a majority must agree with the median; with two, both.
        var median = good[(good.Count - 1) / 2];
        var agreeing = good.Count(reading => (reading.Offset - median.Offset)?.Duration() <= _options.Spread);
        if (agreeing * 2 <= good.Count)
        {
            return new ClockFault(
                ClockFaultCode.ServersDisagree,
                $"expected servers within {_options.Spread.TotalSeconds:0.###} s of each other, got "
                + string.Join(", ", good.Select(reading => $"{reading.Server} {reading.Offset?.TotalSeconds:0.000} s")));
        }

        return new ClockOffset(median.Offset.GetValueOrDefault(), median.RoundTrip / 2, time.GetUtcNow(), readings);
    }

    private async Task<TimeServerReading> AskAsync(string server, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(_options.Timeout);
        try
        {
            if (!TimeServerName.TryParse(server, out var host, out var port))
            {
                return Useless(server, "not a server's name");
            }

            var addresses = await System.Net.Dns.GetHostAddressesAsync(host, patience.Token);
            using var socket = new Socket(addresses[0].AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            await socket.ConnectAsync(addresses[0], port, patience.Token);
            return await AskAsync(server, socket, patience.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Useless(server, $"no answer within {_options.Timeout.TotalSeconds:0.###} s");
        }
        catch (SocketException e)
        {
            return Useless(server, e.Message);
        }
    }

    private async Task<TimeServerReading> AskAsync(string server, Socket socket, CancellationToken ct)
    {
        var question = SntpMessage.NewQuestion();
        var answer = new byte[512];
        var sent = time.GetUtcNow();
        var stopwatch = time.GetTimestamp();
        await socket.SendAsync(question, ct);
        for (var foreign = 0; foreign < MaxForeign; foreign++)
        {
            var length = await socket.ReceiveAsync(answer, ct);
            if (SntpMessage.Answers(answer.AsSpan(0, length), question))
            {
                // The stopwatch, not the clock: the clock may be set between.
                var (offset, roundTrip, problem) = SntpMessage.Read(
                    answer.AsSpan(0, length), sent, sent + time.GetElapsedTime(stopwatch));
                return problem is null ? new TimeServerReading(server, offset, roundTrip, null) : Useless(server, problem);
            }
        }

        return Useless(server, "only messages that answer another question came");
    }

    private static TimeServerReading Useless(string server, string problem) => new(server, null, TimeSpan.Zero, problem);
}
