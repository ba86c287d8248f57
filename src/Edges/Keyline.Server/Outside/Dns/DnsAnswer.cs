namespace Keyline.Server.Outside.Dns;

/// <summary>What a message says about the texts of the name that was asked for.</summary>
/// <param name="ResponseCode">RFC 1035 4.1.1: 0 no error, 2 server failure, 3 no such name, 5 refused.</param>
/// <param name="Truncated">The message is cut off; the whole one comes over TCP.</param>
/// <param name="Referral">The server neither knows the name nor asks others for it.</param>
/// <param name="Texts">The TXT records.</param>
internal sealed record DnsAnswer(int ResponseCode, bool Truncated, bool Referral, IReadOnlyList<string> Texts);
