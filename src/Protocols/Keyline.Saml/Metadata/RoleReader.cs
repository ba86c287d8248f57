using System.Globalization;
using Keyline.Saml.Reading;
using Keyline.Saml.Signatures;

namespace Keyline.Saml.Metadata;

/// <summary>Reads what both roles have. What cannot be used is left out with a warning; the caller judges what is left.</summary>
internal sealed class RoleReader(XmlElement entity, XmlElement role)
{
    private const int LongestDuration = 64;

    private readonly List<string> _warnings = [];

    public FieldReader Fields { get; } = new();

    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Why nothing usable was found.</summary>
    public string Left => _warnings.Count == 0 ? "none" : string.Join("; ", _warnings);

    public string EntityId => Fields.Required(entity, "entityID");

    public bool Flag(string name) => Fields.Boolean(role, name);

    public DateTimeOffset? ValidUntil()
    {
        DateTimeOffset? earliest = null;
        for (var element = role; element is not null; element = element.Parent)
        {
            if (Fields.Time(element, "validUntil") is { } until && !(earliest <= until))
            {
                earliest = until;
            }
        }

        return earliest;
    }

    public TimeSpan? CacheDuration()
    {
        for (var element = role; element is not null; element = element.Parent)
        {
            if (element.Attribute("cacheDuration") is not { } text)
            {
                continue;
            }

            try
            {
                return text.Length <= LongestDuration ? System.Xml.XmlConvert.ToTimeSpan(text) : null;
            }
            catch (Exception error) when (error is FormatException or OverflowException)
            {
                _warnings.Add($"cacheDuration '{text}' is no duration");
            }
        }

        return null;
    }

    public IReadOnlyList<string> NameIdFormats()
    {
        var formats = new List<string>();
        for (var child = role.FirstElement; child is not null; child = child.NextElement)
        {
            if (child.Is(Names.Metadata, "NameIDFormat"))
            {
                formats.Add(Fields.Uri(child));
            }
        }

        return formats;
    }

    /// <summary>mdui:DisplayName, or the organization's; in English if there is one.</summary>
    public string? DisplayName()
    {
        var names = new List<XmlElement>();
        for (var element = entity.Following(entity); element is not null; element = element.Following(entity))
        {
            if (element.Is(Names.MetadataUi, "DisplayName") || element.Is(Names.Metadata, "OrganizationDisplayName"))
            {
                names.Add(element);
            }
        }

        var chosen = names.Find(name => name.Attributes.Any(
            attribute => attribute.LocalName == "lang" && attribute.Value.Span.SequenceEqual("en"u8))) ?? names.FirstOrDefault();
        return chosen is null ? null : Fields.Text(chosen).Trim();
    }

    /// <summary>The keys for a use; a KeyDescriptor without a use serves both (Metadata 2.4.1.1).</summary>
    public IReadOnlyList<VerificationKey> Keys(string use)
    {
        var keys = new List<VerificationKey>();
        for (var child = role.FirstElement; child is not null; child = child.NextElement)
        {
            if (child.Is(Names.Metadata, "KeyDescriptor") && (child.Attribute("use") is not { } stated || stated == use))
            {
                AddKeys(child, keys);
            }
        }

        return keys;
    }

    public IReadOnlyList<MetadataEndpoint> Endpoints(string name)
    {
        var endpoints = new List<MetadataEndpoint>();
        for (var child = role.FirstElement; child is not null; child = child.NextElement)
        {
            if (!child.Is(Names.Metadata, name) || !BindingNames.TryParse(child.Attribute("Binding"), out var binding))
            {
                continue;
            }

            if (Address(child, "Location") is not { } location)
            {
                _warnings.Add($"{name} '{child.Attribute("Location")}' is no absolute http or https address");
                continue;
            }

            endpoints.Add(new MetadataEndpoint(binding, location)
            {
                ResponseLocation = Address(child, "ResponseLocation"),
                Index = int.TryParse(child.Attribute("index"), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null,
                IsDefault = Fields.Boolean(child, "isDefault"),
            });
        }

        return endpoints;
    }

    private static string? Address(XmlElement endpoint, string attribute) =>
        endpoint.Attribute(attribute)?.Trim() is { } text && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.UserInfo.Length == 0
            ? text
            : null;

    private void AddKeys(XmlElement descriptor, List<VerificationKey> keys)
    {
        for (var element = descriptor.Following(descriptor); element is not null; element = element.Following(descriptor))
        {
            if (!element.Is(Names.Signature, "X509Certificate"))
            {
                continue;
            }

            var key = VerificationKey.Read(Fields.Text(element));
            if (!key.Ok)
            {
                _warnings.Add($"a certificate was left out: {key.Fault.Detail}");
            }
            else if (!keys.Contains(key.Value))
            {
                keys.Add(key.Value);
            }
        }
    }
}
