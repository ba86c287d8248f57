namespace Keyline.Server.Hosting;

/// <summary>The server's settings: from a JSON file, then <c>KEYLINE_…</c> in the environment, then flags.</summary>
public sealed class KeylineOptions
{
    /// <summary>The SQLite file; used when <see cref="Postgres"/> is empty.</summary>
    public string SqliteFile { get; set; } = "keyline.db";

    /// <summary>The PostgreSQL connection string.</summary>
    public string Postgres { get; set; } = "";

    /// <summary>The file with the master key (32 bytes in Base64). A credential directory's <c>keyline-master-key</c> and
    /// <c>KEYLINE_MASTERKEY</c> come before it.</summary>
    public string MasterKeyFile { get; set; } = "";

    /// <summary>The master key itself; for environments that hand secrets over as variables.</summary>
    public string MasterKey { get; set; } = "";

    /// <summary>Files with earlier master keys that are being rotated out.</summary>
    public IList<string> OldMasterKeyFiles { get; } = [];

    /// <summary>The address that people's browsers use, for example <c>https://sso.example.net</c>. Every link is made from
    /// it, never from a request's Host header.</summary>
    public string PublicOrigin { get; set; } = "";

    /// <summary>Where the human listener listens.</summary>
    public string Listen { get; set; } = "http://127.0.0.1:8400";

    /// <summary>Proxies in front, as addresses or networks, whose <c>X-Forwarded-For</c> and <c>-Proto</c> are believed.</summary>
    public IList<string> TrustedProxies { get; } = [];

    /// <summary>Networks, besides this machine, that may read <c>/metrics</c>, such as <c>10.0.0.0/8</c>.</summary>
    public IList<string> MetricsNetworks { get; } = [];

    /// <summary>How old the change feed may be, in seconds, before what is sensitive is refused.</summary>
    public int FeedLimitSeconds { get; set; } = 10;

    /// <summary>How often one address may call what anybody can call, a minute and tenant. A whole company may come from one.</summary>
    public int AnonymousPerMinute { get; set; } = 1200;

    /// <summary>How often one address may call the management API, a minute and tenant.</summary>
    public int ApiPerMinute { get; set; } = 1200;

    /// <summary>How often a tenant may ask for what costs much, a minute.</summary>
    public int ExpensivePerMinute { get; set; } = 60;

    /// <summary>Allows plain HTTP as public origin on other hosts than localhost.</summary>
    public bool InsecureAllowHttp { get; set; }

    /// <summary>Whether the public origin is HTTPS.</summary>
    public bool IsHttps => PublicOrigin.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
