using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Keyline.Bench.Saml;

/// <summary>Checks of one response: ours, the framework's, node-saml's and lasso's, and two bare RSA verifications.</summary>
internal static class SamlComparison
{
    private const int Rounds = 7;

    private static readonly TimeSpan _length = TimeSpan.FromSeconds(1);

    public static int Run()
    {
        var sample = new SampleResponse();
        var folder = Directory.CreateTempSubdirectory("keyline-bench-");
        try
        {
            sample.WriteTo(folder.FullName);
            InstallNodePackages();
            Report(sample, Measure(sample, folder.FullName));
            return 0;
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private static List<(string Name, double Rate)> Measure(SampleResponse sample, string folder)
    {
        using var rsa = SampleResponse.Certificate.GetRSAPublicKey() ?? throw new InvalidOperationException();
        using var secret = SampleResponse.Certificate.GetRSAPrivateKey() ?? throw new InvalidOperationException();
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(sample.Xml));
        var signature = secret.SignHash(hash, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var ours = new List<(string Name, Action Work)>
        {
            ("Keyline, every check", sample.Verify),
            ("two bare RSA-2048 verifications", () =>
            {
                rsa.VerifyHash(hash, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
                rsa.VerifyHash(hash, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            }),
            ("SignedXml, both signatures only", () => StockCheck.Verify(sample, rsa)),
        };
        var peers = new[]
        {
            new Peer("node-saml 5.1.0", "node", "with-node-saml.mjs", folder),
            new Peer("lasso (python3-lasso)", "/usr/bin/python3", "with_lasso.py", folder),
        };
        var rates = ours.Select(one => one.Name).Concat(peers.Select(peer => peer.Name)).ToDictionary(name => name, _ => new List<double>());
        foreach (var (_, work) in ours)
        {
            Measurement.PerCpuSecond(work, _length);
        }

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (name, work) in ours)
            {
                rates[name].Add(Measurement.PerCpuSecond(work, _length));
            }

            foreach (var peer in peers)
            {
                if (peer.PerCpuSecond(_length) is { } rate)
                {
                    rates[peer.Name].Add(rate);
                }
            }
        }

        return [.. rates.Where(pair => pair.Value.Count > 0).Select(pair => (pair.Key, Measurement.Median(pair.Value)))];
    }

    private static void Report(SampleResponse sample, List<(string Name, double Rate)> rows)
    {
        var ours = rows[0].Rate;
        Console.WriteLine($"A response of {Encoding.UTF8.GetByteCount(sample.Xml)} bytes with two RSA-2048 signatures; medians of {Rounds} rounds.");
        Console.WriteLine("Per second of one core:");
        Console.WriteLine();
        Console.WriteLine("| what | per second | microseconds | Keyline is |");
        Console.WriteLine("|---|---:|---:|---:|");
        foreach (var (name, rate) in rows)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {name} | {rate:N0} | {1_000_000 / rate:N1} | {ours / rate:0.00} × |"));
        }

        Console.WriteLine();
        Console.WriteLine("| where the time goes | microseconds |");
        Console.WriteLine("|---|---:|");
        foreach (var (name, work) in Stages.Of(sample))
        {
            Measurement.PerCpuSecond(work, _length / 2);
            var rate = Measurement.Median(Enumerable.Range(0, 3).Select(_ => Measurement.PerCpuSecond(work, _length / 2)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {1_000_000 / rate:N1} |"));
        }

        Console.WriteLine();
        Console.WriteLine($"Keyline allocates {Measurement.Allocated(sample.Verify)} bytes a response.");
    }

    private static void InstallNodePackages()
    {
        var folder = Path.Combine(Repository.Root, "bench", "peers", "saml");
        if (Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            return;
        }

        var start = new ProcessStartInfo("npm") { WorkingDirectory = folder, RedirectStandardOutput = true };
        foreach (var argument in new[] { "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock" })
        {
            start.ArgumentList.Add(argument);
        }

        using var npm = Process.Start(start);
        npm?.WaitForExit();
    }
}
