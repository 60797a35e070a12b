using System.Diagnostics.CodeAnalysis;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes;

/// <summary>A field of a manifest: absent, known, or written in a way that says nothing before deployment, such as a template placeholder.</summary>
internal readonly record struct Setting<T>
{
    private Setting(Located<T>? known, bool isUnknown)
    {
        Known = known;
        IsUnknown = isUnknown;
    }

    /// <summary>The value and the text that decided it; null for an absent or unknown one.</summary>
    public Located<T>? Known { get; }

    /// <summary>Something is written whose value cannot be told: rules stay silent.</summary>
    public bool IsUnknown { get; }

    /// <summary>Not written, or <c>null</c>, which the API takes for not written.</summary>
    public bool IsAbsent => Known is null && !IsUnknown;

    [SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "The type argument is always in scope where a field is read.")]
    public static Setting<T> Absent => default;

    [SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "The type argument is always in scope where a field is read.")]
    public static Setting<T> Unknown => new(null, isUnknown: true);

    [SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "The type argument is always in scope where a field is read.")]
    public static Setting<T> Of(T value, SourceLocation location) => new(new Located<T>(value, location), isUnknown: false);

    /// <summary>This setting, or what it inherits where it is absent.</summary>
    public Setting<T> Or(Setting<T> inherited) => IsAbsent ? inherited : this;

    /// <summary>The value is known and equal.</summary>
    public bool Is(T value) => Known is { } known && EqualityComparer<T>.Default.Equals(known.Value, value);

    /// <summary>Nothing is written, or the value that holds then anyway.</summary>
    public bool IsAbsentOr(T defaultValue) => IsAbsent || Is(defaultValue);
}
