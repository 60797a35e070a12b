using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>Turns a logical line into an instruction.</summary>
internal sealed class InstructionReader(string content, char escape, bool hasCustomFrontend, ErrorList errors)
{
    private readonly FlagReader _flags = new(escape, errors);
    private readonly HeredocReader _heredocs = new(content, errors);
    private readonly ArgumentsReader _arguments = new(content, escape, errors);

    /// <param name="next">Start of the line after the instruction and its heredocs.</param>
    public DockerfileInstruction Read(LogicalLine line, int start, out int next)
    {
        next = line.Next;
        var text = DockerfileCharacters.Trim(line.Text);
        var head = Split(text, TextSpan.FromBounds(start, TrimEnd(start, line.End)), line.EmptyLines);
        var triggerHead = head.Kind == InstructionKind.Onbuild && head.Arguments.Length > 0 ? Split(head.Arguments, default, []) : null;
        if (CanHaveHeredocs(triggerHead ?? head) && text.Characters.IndexOf("<<".AsSpan(), StringComparison.Ordinal) >= 0)
        {
            var heredocs = _heredocs.Read(text, ref next);
            if (heredocs.Length > 0)
            {
                var last = heredocs[heredocs.Length - 1];
                var end = last.IsTerminated ? last.TerminatorSpan.End : Math.Max(head.Span.End, TrimEnd(start, last.BodySpan.End));
                head = head with { Heredocs = heredocs, Span = TextSpan.FromBounds(start, end) };
            }
        }

        if (triggerHead is null)
            return Create(head);
        var triggerStart = triggerHead.KeywordSpan.Start;
        return CreateOnbuild(head, triggerHead with { Heredocs = head.Heredocs, Span = TextSpan.FromBounds(triggerStart, head.Span.End) });
    }

    private InstructionHead Split(LogicalText text, TextSpan span, ImmutableArray<TextSpan> emptyLines)
    {
        var end = DockerfileCharacters.SkipNonBlanks(text.Characters, 0);
        var keyword = text.Slice(0, end);
        var kind = InstructionKeywords.Parse(keyword.Characters);
        return new InstructionHead
        {
            Span = span,
            Kind = kind,
            Keyword = keyword,
            Flags = _flags.Read(kind, text.Slice(end), out var arguments),
            Arguments = arguments,
            Heredocs = [],
            EmptyContinuationLines = emptyLines,
        };
    }

    private bool CanHaveHeredocs(InstructionHead head) =>
        head.Kind is InstructionKind.Run or InstructionKind.Copy or InstructionKind.Add
        && !JsonArgumentReader.Read(head.Arguments, escape).IsArray;

    private OnbuildInstruction CreateOnbuild(InstructionHead head, InstructionHead trigger)
    {
        if (trigger.Kind is not (InstructionKind.Onbuild or InstructionKind.From or InstructionKind.Maintainer))
            return new OnbuildInstruction(head, Create(trigger));
        var name = InstructionKeywords.NameOf(trigger.Kind);
        var reason = $"'{name}' is not allowed after ONBUILD";
        errors.Add(trigger.KeywordSpan, reason);
        return new OnbuildInstruction(head, new MalformedInstruction(trigger, reason));
    }

    private DockerfileInstruction Create(InstructionHead head)
    {
        if (head.Kind == InstructionKind.Unknown)
            return CreateUnknown(head);
        return _arguments.Create(head, out var error) ?? Refuse(head, error!);
    }

    private MalformedInstruction Refuse(InstructionHead head, SyntaxError error)
    {
        errors.Add(error.Span, error.Message);
        return new MalformedInstruction(head, error.Message);
    }

    private MalformedInstruction CreateUnknown(InstructionHead head)
    {
        var keyword = head.Keyword.Slice(0, Math.Min(head.Keyword.Length, 40));
        var reason = $"'{keyword}' is not an instruction";
        if (!hasCustomFrontend)
            errors.Add(head.KeywordSpan, reason);
        return new MalformedInstruction(head, reason);
    }

    private int TrimEnd(int start, int end)
    {
        while (end > start && char.IsWhiteSpace(content[end - 1]))
            end--;
        return end;
    }
}
