using Microsoft.Playwright;

namespace Keyline.EndToEnd.Tests.Browsing;

/// <summary>Debian's Chromium without a window: one for a test class, with a new context for each test.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] _programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Starts it. Every name below <c>keyline.test</c> is this machine.</summary>
    public async ValueTask InitializeAsync()
    {
        var program = _programs.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("Chromium is not installed: ./test installs it as root.");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,

            // A container's root has no other sandbox than the container.
            ChromiumSandbox = Environment.UserName != "root",
            Args = ["--disable-dev-shm-usage", "--host-resolver-rules=MAP *.keyline.test 127.0.0.1", "--disable-features=DialMediaRouteProvider"],
        });
    }

    /// <summary>A visitor with cookies of its own.</summary>
    /// <param name="width">375 for a phone, 1440 for a desk.</param>
    /// <param name="dark">Whether the visitor likes dark pages.</param>
    /// <param name="script">Whether scripts run.</param>
    public Task<IBrowserContext> VisitorAsync(int width = 1440, bool dark = false, bool script = true) =>
        (_browser ?? throw new InvalidOperationException("It has not been started.")).NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 812 : 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = script,
            IgnoreHTTPSErrors = true,
            Locale = "en-GB",
        });

    /// <summary>Closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
