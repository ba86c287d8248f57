using System.Net.Sockets;
using System.Security.Authentication;
using Keyline.Identity.Mail;
using Microsoft.Extensions.Options;

namespace Keyline.Server.Outside.Mail;

/// <summary>Hands mail to a server by SMTP: one connection per mail, encrypted unless told otherwise.</summary>
internal sealed class SmtpMailer(IOptions<MailOptions> options, TimeProvider time, ILogger<SmtpMailer> log) : IMailer
{
    private readonly MailOptions _options = options.Value;

    public async Task<Result<MailReceipt, MailFault>> SendAsync(OutgoingMail mail, CancellationToken ct)
    {
        var outcome = await CheckAndSendAsync(mail, ct);
        if (outcome.Ok)
        {
            Log.Sent(log, outcome.Value.MessageId, outcome.Value.ServerSaid);
        }
        else
        {
            Log.NotSent(log, outcome.Fault.Code, outcome.Fault.Detail);
        }

        return outcome;
    }

    private async Task<Result<MailReceipt, MailFault>> CheckAndSendAsync(OutgoingMail mail, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(_options.Host) || MailAddressText.Parse(_options.From ?? "") is not { } from)
        {
            return new MailFault(MailFaultCode.NotConfigured, "expected Mail:Host and Mail:From in the settings, found none");
        }

        if (MailAddressText.Parse(mail.To) is not { } to)
        {
            return new MailFault(MailFaultCode.BadAddress, "expected one address such as name@example.com, in ASCII before the @");
        }

        if (mail.Subject.Length > MailText.MaxSubject || mail.Subject.Any(char.IsControl) || string.IsNullOrWhiteSpace(mail.Subject))
        {
            return new MailFault(
                MailFaultCode.BadSubject, $"expected one line of at most {MailText.MaxSubject} characters without control characters");
        }

        if (mail.Text.Length > MailText.MaxText)
        {
            return new MailFault(MailFaultCode.TooLong, $"expected at most {MailText.MaxText} characters, got {mail.Text.Length}");
        }

        var messageId = $"{Guid.CreateVersion7():N}@{from[(from.LastIndexOf('@') + 1)..]}";
        var text = MailText.Write(mail, to, from, _options.FromName, messageId, time.GetUtcNow());
        return await SendAsync(new Envelope(from, to, messageId, text), ct);
    }

    private async Task<Result<MailReceipt, MailFault>> SendAsync(Envelope envelope, CancellationToken ct)
    {
        var host = _options.Host ?? "";
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(_options.Timeout);
        try
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(host, _options.Port, patience.Token);
            await using var connection = new SmtpConnection(socket);
            return await SmtpDialogue.RunAsync(connection, _options, envelope, patience.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Fault(MailFaultCode.Unreachable, $"did not finish within {_options.Timeout.TotalSeconds:0.###} s");
        }
        catch (AuthenticationException e)
        {
            return Fault(MailFaultCode.CertificateNotTrusted, $"has no trusted certificate for this name: {e.Message}");
        }
        catch (InvalidDataException e)
        {
            return Fault(MailFaultCode.BadAnswer, e.Message);
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return Fault(MailFaultCode.Unreachable, e.Message);
        }

        MailFault Fault(MailFaultCode code, string detail) => new(code, $"{host}:{_options.Port} {detail}");
    }
}
