using Keyline.Identity.Clock;
using Keyline.Identity.Directory;
using Keyline.Identity.Domains;
using Keyline.Identity.Federation.Outgoing;
using Keyline.Identity.Mail;
using Keyline.Server.Outside.Directory;
using Keyline.Server.Outside.Dns;
using Keyline.Server.Outside.Http;
using Keyline.Server.Outside.Mail;
using Keyline.Server.Outside.Time;
using Microsoft.Extensions.Options;

namespace Keyline.Server.Outside;

/// <summary>Registers what reaches the world outside: names, time, mail, directories, HTTP.</summary>
internal static class OutsideRegistration
{
    public static IServiceCollection AddKeylineOutside(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DnsOptions>().Bind(configuration.GetSection(DnsOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DnsOptions>, DnsOptionsCheck>();
        services.AddSingleton<IDnsTexts, DnsClient>();

        services.AddOptions<TimeOptions>().Bind(configuration.GetSection(TimeOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TimeOptions>, TimeOptionsCheck>();
        services.AddSingleton<ITimeServers, SntpClient>();

        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>();
        services.AddSingleton<IMailer, SmtpMailer>();

        services.AddOptions<OutgoingHttpOptions>().Bind(configuration.GetSection(OutgoingHttpOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OutgoingHttpOptions>, OutgoingHttpOptionsCheck>();
        services.AddSingleton<IOutgoingHttp, OutgoingHttp>();

        services.AddOptions<DirectoryOptions>().Bind(configuration.GetSection(DirectoryOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DirectoryOptions>, DirectoryOptionsCheck>();
        services.AddSingleton<IDirectory, LdapDirectory>();
        return services;
    }
}
