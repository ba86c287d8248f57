using System.Diagnostics;
using Keyline.Testing.Peers;

namespace Keyline.EndToEnd.Tests.Launch;

/// <summary>The two commands on a machine without the .NET SDK.</summary>
public sealed class WithoutSdkTests : IDisposable
{
    private static readonly string[] _tools = ["bash", "dirname", "readlink", "sed", "head", "cat", "ls"];

    private readonly string _path = Directory.CreateTempSubdirectory("keyline-path-").FullName;

    public WithoutSdkTests()
    {
        foreach (var tool in _tools)
        {
            var program = ((string[])["/usr/bin", "/bin"]).Select(folder => Path.Combine(folder, tool)).First(File.Exists);
            File.CreateSymbolicLink(Path.Combine(_path, tool), program);
        }
    }

    [Theory]
    [InlineData("keyline")]
    [InlineData("test")]
    public async Task Says_how_to_get_the_SDK(string command)
    {
        var start = new ProcessStartInfo(Path.Combine(_path, "bash")) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(TestRepository.Root, command));
        start.Environment.Clear();
        start.Environment["PATH"] = _path;
        start.Environment["HOME"] = _path;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(69, process.ExitCode);
        Assert.Contains(".NET SDK 10.0.", said, StringComparison.Ordinal);
        Assert.Contains("dotnet-install.sh", said, StringComparison.Ordinal);
        Assert.Equal(command == "test" ? "0 passed, 1 failed, 0 skipped\n" : "", output);
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
