using System.Net.Sockets;
using System.Text;
using Keyline.Identity.Mail;
using Keyline.Server.Outside.Tls;

namespace Keyline.Server.Outside.Mail;

/// <summary>The order of an SMTP session (RFC 5321, 3207, 4954): greet, encrypt, sign in, hand over.</summary>
internal static class SmtpDialogue
{
    public static async Task<Result<MailReceipt, MailFault>> RunAsync(
        SmtpConnection connection, MailOptions options, Envelope envelope, CancellationToken ct)
    {
        if (options.Security == MailSecurity.Tls)
        {
            await connection.EncryptAsync(TrustedRoots.Options(options.Host ?? "", options.CaFile), ct);
        }

        var greeting = await connection.ReadAsync(ct);
        var hello = greeting.Code == 220 ? await HelloAsync(connection, ct) : greeting;
        if (hello.Code != 250)
        {
            return Refuse(hello, "its greeting");
        }

        if (options.Security == MailSecurity.StartTls)
        {
            if (!Offers(hello, "STARTTLS"))
            {
                return new MailFault(MailFaultCode.NoEncryption, "the server offers no STARTTLS; see Mail:Security");
            }

            var ready = await connection.AskAsync("STARTTLS", ct);
            if (ready.Code != 220)
            {
                return new MailFault(MailFaultCode.NoEncryption, $"the server refused STARTTLS: {ready}");
            }

            await connection.EncryptAsync(TrustedRoots.Options(options.Host ?? "", options.CaFile), ct);

            // RFC 3207 4.2: what was offered before the encryption is forgotten.
            hello = await HelloAsync(connection, ct);
            if (hello.Code != 250)
            {
                return Refuse(hello, "its greeting");
            }
        }

        var refusal = await SignInAsync(connection, options, hello, ct);
        return refusal is not null ? refusal : await HandOverAsync(connection, envelope, ct);
    }

    private static Task<SmtpReply> HelloAsync(SmtpConnection connection, CancellationToken ct)
    {
        // RFC 5321 4.1.3: an address literal, since the machine's own name may be nobody's.
        var tag = connection.Self.AddressFamily == AddressFamily.InterNetworkV6 ? "IPv6:" : "";
        var self = connection.Self.IsIPv4MappedToIPv6 ? connection.Self.MapToIPv4().ToString() : tag + connection.Self;
        return connection.AskAsync($"EHLO [{self.Split('%')[0]}]", ct);
    }

    private static async Task<MailFault?> SignInAsync(
        SmtpConnection connection, MailOptions options, SmtpReply hello, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(options.User) || string.IsNullOrEmpty(options.Password))
        {
            return null;
        }

        var ways = hello.Lines.FirstOrDefault(line => line.StartsWith("AUTH ", StringComparison.OrdinalIgnoreCase))?
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        SmtpReply reply;
        if (ways.Contains("PLAIN"))
        {
            reply = await connection.AskAsync($"AUTH PLAIN {Base64($"\0{options.User}\0{options.Password}")}", ct);
        }
        else if (ways.Contains("LOGIN"))
        {
            reply = await connection.AskAsync("AUTH LOGIN", ct);
            reply = reply.Code == 334 ? await connection.AskAsync(Base64(options.User), ct) : reply;
            reply = reply.Code == 334 ? await connection.AskAsync(Base64(options.Password), ct) : reply;
        }
        else
        {
            return new MailFault(MailFaultCode.WrongCredentials, "expected the server to offer AUTH PLAIN or LOGIN, it offers neither");
        }

        // The code alone: a careless server might repeat what it was sent.
        return reply.Code == 235 ? null : new MailFault(
            reply.Temporary ? MailFaultCode.TryLater : MailFaultCode.WrongCredentials,
            $"the server does not let Mail:User sign in with Mail:Password (code {reply.Code})");
    }

    private static async Task<Result<MailReceipt, MailFault>> HandOverAsync(SmtpConnection connection, Envelope envelope, CancellationToken ct)
    {
        var reply = await connection.AskAsync($"MAIL FROM:<{envelope.From}>", ct);
        if (!reply.Good)
        {
            return Refuse(reply, "the sender");
        }

        reply = await connection.AskAsync($"RCPT TO:<{envelope.To}>", ct);
        if (!reply.Good)
        {
            return reply.Code >= 500
                ? new MailFault(MailFaultCode.RecipientRefused, $"the server refused the recipient: {reply}")
                : Refuse(reply, "the recipient");
        }

        reply = await connection.AskAsync("DATA", ct);
        if (reply.Code != 354)
        {
            return Refuse(reply, "the mail");
        }

        // RFC 5321 4.5.2: a line that begins with a dot gets a second one, so that no text ends the mail early.
        var text = envelope.Text.Replace("\r\n.", "\r\n..", StringComparison.Ordinal);
        await connection.SendAsync($"{text}.\r\n", ct);
        reply = await connection.ReadAsync(ct);
        if (reply.Code != 250)
        {
            return Refuse(reply, "the mail");
        }

        await SayGoodbyeAsync(connection, ct);
        return new MailReceipt(envelope.MessageId, reply.ToString());
    }

    /// <summary>The mail is taken; how the connection ends changes nothing.</summary>
    private static async Task SayGoodbyeAsync(SmtpConnection connection, CancellationToken ct)
    {
        try
        {
            await connection.SendAsync("QUIT\r\n", ct);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return;
        }
    }

    private static bool Offers(SmtpReply hello, string extension) =>
        hello.Lines.Skip(1).Any(line => line.Equals(extension, StringComparison.OrdinalIgnoreCase));

    private static MailFault Refuse(SmtpReply reply, string what) => new(
        reply.Code == 0 ? MailFaultCode.BadAnswer : reply.Temporary ? MailFaultCode.TryLater : MailFaultCode.Refused,
        reply.Code == 0 ? $"expected an SMTP reply, got '{reply.Lines[0]}'" : $"the server refused {what}: {reply}");

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
