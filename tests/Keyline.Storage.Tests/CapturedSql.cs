using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Keyline.Storage.Tests;

/// <summary>Keeps the SQL of every command that Entity Framework sends.</summary>
internal sealed class CapturedSql : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _commands = new();

    public IReadOnlyList<string> TakeAll()
    {
        var taken = new List<string>();
        while (_commands.TryDequeue(out var sql))
        {
            taken.Add(sql);
        }

        return taken;
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Id == RelationalEventId.CommandExecuted.Id && state is IEnumerable<KeyValuePair<string, object?>> values)
        {
            _commands.Enqueue((string)values.Single(value => value.Key == "commandText").Value!); // The event has this value.
        }
    }
}
