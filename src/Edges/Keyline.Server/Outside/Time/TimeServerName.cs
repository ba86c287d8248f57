using System.Net;

namespace Keyline.Server.Outside.Time;

/// <summary>A server as configured: <c>ntp.example.com</c>, <c>192.0.2.1:1123</c>, <c>[2001:db8::1]</c>.</summary>
internal static class TimeServerName
{
    private const int DefaultPort = 123;

    public static bool TryParse(string text, out string host, out int port)
    {
        (host, port) = (text, DefaultPort);
        if (IPAddress.TryParse(text, out _))
        {
            return true;
        }

        if (IPEndPoint.TryParse(text, out var endpoint))
        {
            (host, port) = (endpoint.Address.ToString(), endpoint.Port == 0 ? DefaultPort : endpoint.Port);
            return true;
        }

        var parts = text.Split(':');
        host = parts[0];
        return Uri.CheckHostName(host) == UriHostNameType.Dns
            && (parts.Length == 1 || (parts.Length == 2 && int.TryParse(parts[1], out port) && port is > 0 and <= ushort.MaxValue));
    }
}
