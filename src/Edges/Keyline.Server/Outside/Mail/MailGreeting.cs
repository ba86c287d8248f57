using System.Net.Sockets;
using System.Security.Authentication;
using Keyline.Server.Outside.Tls;

namespace Keyline.Server.Outside.Mail;

/// <summary>Asks the mail server for its greeting, and says goodbye.</summary>
internal static class MailGreeting
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    /// <summary>Why there is none, in words; null when the server greets.</summary>
    public static async Task<string?> FindFaultAsync(MailOptions options, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(_patience);
        try
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(options.Host ?? "", options.Port, patience.Token);
            await using var connection = new SmtpConnection(socket);
            if (options.Security == MailSecurity.Tls)
            {
                await connection.EncryptAsync(TrustedRoots.Options(options.Host ?? "", options.CaFile), patience.Token);
            }

            var greeting = await connection.ReadAsync(patience.Token);
            if (greeting.Code != 220)
            {
                return $"answers with '{greeting}' instead of a greeting";
            }

            await connection.AskAsync("QUIT", patience.Token);
            return null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return $"did not answer within {_patience.TotalSeconds:0} s";
        }
        catch (AuthenticationException untrusted)
        {
            return $"has no trusted certificate for this name: {untrusted.Message}";
        }
        catch (Exception broken) when (broken is SocketException or IOException or InvalidDataException)
        {
            return $"can't be reached: {broken.Message}";
        }
    }
}
