using System.Buffers;
using System.Text;
using Keyline.Saml.Reading;

namespace Keyline.Saml.Signatures;

/// <summary>
/// Exclusive XML Canonicalization 1.0, without comments, of one element into a pooled buffer. The parser keeps neither comments
/// nor processing instructions inside the document element, so what it kept is what is written.
/// </summary>
internal sealed class Canonicalizer : IDisposable
{
    private const int FirstSize = 8 * 1024;

    private readonly List<NamespaceBinding> _rendered = [];
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private IReadOnlyList<string> _inclusive = [];
    private XmlElement? _skipped;
    private int _length;

    /// <summary>Writes an element and what is in it, without <paramref name="skipped"/> (the enveloped signature).</summary>
    /// <param name="apex">The element.</param>
    /// <param name="skipped">The element that is left out.</param>
    /// <param name="inclusive">Prefixes treated as inclusive canonicalization does; the empty one is <c>#default</c>.</param>
    /// <returns>The octets, good until the next call.</returns>
    public ReadOnlySpan<byte> Write(XmlElement apex, XmlElement? skipped, IReadOnlyList<string> inclusive)
    {
        _length = 0;
        _rendered.Clear();
        _skipped = skipped;
        _inclusive = inclusive;
        Element(apex, true);
        return _buffer.AsSpan(0, _length);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Element(XmlElement element, bool apex)
    {
        var mark = _rendered.Count;
        Use(element.Prefix, element.Binding);
        foreach (ref readonly var attribute in element.Attributes.AsSpan())
        {
            if (attribute.Binding is { } binding)
            {
                Use(binding.Prefix, binding);
            }
        }

        UseInclusive(element, apex);
        var name = element.QualifiedName.Span;
        Put((byte)'<');
        Put(name);
        Namespaces(mark);
        foreach (ref readonly var attribute in element.Attributes.AsSpan())
        {
            Put((byte)' ');
            Put(attribute.QualifiedName.Span);
            Put("=\""u8);
            Value(attribute.Value);
            Put((byte)'"');
        }

        Put((byte)'>');
        for (var node = element.First; node is not null; node = node.Next)
        {
            if (node is XmlTextNode text)
            {
                Text(text.Text);
            }
            else if (!ReferenceEquals(node, _skipped))
            {
                Element((XmlElement)node, false);
            }
        }

        Put("</"u8);
        Put(name);
        Put((byte)'>');
        _rendered.RemoveRange(mark, _rendered.Count - mark);
    }

    // Exclusive C14N, 3: a namespace is written where it is visibly used and no ancestor in the output wrote the same.
    private void Use(string prefix, NamespaceBinding? binding)
    {
        var name = binding?.Name ?? "";
        for (var i = _rendered.Count - 1; i >= 0; i--)
        {
            var rendered = _rendered[i];
            if (ReferenceEquals(rendered, binding))
            {
                return;
            }

            if (rendered.Prefix == prefix)
            {
                if (rendered.Name != name)
                {
                    _rendered.Add(binding ?? new NamespaceBinding("", "", default));
                }

                return;
            }
        }

        if (binding is not null && name.Length > 0 && !ReferenceEquals(binding, NamespaceBinding.Xml))
        {
            _rendered.Add(binding);
        }
    }

    private void UseInclusive(XmlElement element, bool apex)
    {
        for (var i = 0; i < _inclusive.Count; i++)
        {
            if ((apex || element.Declarations.Length > 0) && element.InScope(_inclusive[i]) is { } binding)
            {
                Use(binding.Prefix, binding);
            }
        }
    }

    private void Namespaces(int mark)
    {
        for (var i = mark + 1; i < _rendered.Count; i++)
        {
            for (var j = i; j > mark && string.CompareOrdinal(_rendered[j - 1].Prefix, _rendered[j].Prefix) > 0; j--)
            {
                (_rendered[j - 1], _rendered[j]) = (_rendered[j], _rendered[j - 1]);
            }
        }

        for (var i = mark; i < _rendered.Count; i++)
        {
            Put(" xmlns"u8);
            if (_rendered[i].Prefix is { Length: > 0 } prefix)
            {
                Put((byte)':');
                _length += Encoding.UTF8.GetBytes(prefix, Room(prefix.Length));
            }

            Put("=\""u8);
            Value(_rendered[i].Text);
            Put((byte)'"');
        }
    }

    // Canonical XML 1.0, 2.3: text nodes.
    private void Text(XmlText text)
    {
        if (text.Plain)
        {
            Put(text.Span);
            return;
        }

        foreach (var b in text.Span)
        {
            switch (b)
            {
                case (byte)'&': Put("&amp;"u8); break;
                case (byte)'<': Put("&lt;"u8); break;
                case (byte)'>': Put("&gt;"u8); break;
                case (byte)'\r': Put("&#xD;"u8); break;
                default: Put(b); break;
            }
        }
    }

    // Canonical XML 1.0, 2.3: attribute nodes.
    private void Value(XmlText text)
    {
        if (text.Plain)
        {
            Put(text.Span);
            return;
        }

        foreach (var b in text.Span)
        {
            switch (b)
            {
                case (byte)'&': Put("&amp;"u8); break;
                case (byte)'<': Put("&lt;"u8); break;
                case (byte)'"': Put("&quot;"u8); break;
                case (byte)'\t': Put("&#x9;"u8); break;
                case (byte)'\n': Put("&#xA;"u8); break;
                case (byte)'\r': Put("&#xD;"u8); break;
                default: Put(b); break;
            }
        }
    }

    private void Put(byte b)
    {
        if (_length == _buffer.Length)
        {
            Grow(1);
        }

        _buffer[_length++] = b;
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _length += bytes.Length;
    }

    private Span<byte> Room(int count)
    {
        if (_buffer.Length - _length < count)
        {
            Grow(count);
        }

        return _buffer.AsSpan(_length);
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + count));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
