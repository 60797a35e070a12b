using System.Reflection.Metadata;

namespace HardenBuild.Package.Tests.Assemblies;

/// <summary>Looks up every type and member that an assembly refers to, as the runtime would when it compiles the code that uses it.</summary>
internal sealed class MemberCheck(AssemblySet assemblies)
{
    /// <summary>What the runtime would not find.</summary>
    public IEnumerable<string> Missing(string assembly)
    {
        var reader = assemblies[assembly];
        foreach (var handle in reader.TypeReferences)
        {
            if (assemblies.Find(TypeNames.AssemblyOf(reader, handle), TypeNames.Of(reader, handle)) is null)
                yield return $"{assembly} needs the type {TypeNames.Of(reader, handle)} of {TypeNames.AssemblyOf(reader, handle)}";
        }

        foreach (var handle in reader.MemberReferences)
        {
            var member = reader.GetMemberReference(handle);
            if (Parent(reader, member.Parent) is not { } parent || assemblies.Find(parent.Assembly, parent.Type) is not { } found)
                continue;
            var name = reader.GetString(member.Name);
            var signature = Signature(reader, member);
            if (!Has(found, name, signature))
                yield return $"{assembly} needs {parent.Type}.{name} {signature} of {parent.Assembly}";
        }
    }

    private bool Has((MetadataReader Reader, TypeDefinition Type) place, string name, string signature)
    {
        for (var depth = 0; depth < 16; depth++)
        {
            var (reader, type) = place;
            foreach (var handle in type.GetMethods())
            {
                var method = reader.GetMethodDefinition(handle);
                if (reader.StringComparer.Equals(method.Name, name) && Show(method.DecodeSignature(TypeNames.Instance, null)) == signature)
                    return true;
            }

            foreach (var handle in type.GetFields())
            {
                var field = reader.GetFieldDefinition(handle);
                if (reader.StringComparer.Equals(field.Name, name) && field.DecodeSignature(TypeNames.Instance, null) == signature)
                    return true;
            }

            if (type.BaseType.IsNil || Parent(reader, type.BaseType) is not { } parent || assemblies.Find(parent.Assembly, parent.Type) is not { } above)
                return false;
            place = above;
        }

        return false;
    }

    private static string Signature(MetadataReader reader, MemberReference member) => member.GetKind() == MemberReferenceKind.Method
        ? Show(member.DecodeMethodSignature(TypeNames.Instance, null))
        : member.DecodeFieldSignature(TypeNames.Instance, null);

    private static string Show(MethodSignature<string> signature) => $"`{signature.GenericParameterCount}({string.Join(",", signature.ParameterTypes)}) {signature.ReturnType}";

    /// <summary>Null for arrays, whose members the runtime makes, and for what the assembly defines itself.</summary>
    private static (string Assembly, string Type)? Parent(MetadataReader reader, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeReference => (TypeNames.AssemblyOf(reader, (TypeReferenceHandle)handle), TypeNames.Of(reader, (TypeReferenceHandle)handle)),
        HandleKind.TypeDefinition => (reader.GetString(reader.GetAssemblyDefinition().Name), TypeNames.Of(reader, (TypeDefinitionHandle)handle)),
        HandleKind.TypeSpecification => GenericParent(reader, (TypeSpecificationHandle)handle),
        _ => null,
    };

    private static (string Assembly, string Type)? GenericParent(MetadataReader reader, TypeSpecificationHandle handle)
    {
        var blob = reader.GetBlobReader(reader.GetTypeSpecification(handle).Signature);
        return blob.ReadSignatureTypeCode() == SignatureTypeCode.GenericTypeInstance && blob.ReadCompressedInteger() is var _ ? Parent(reader, blob.ReadTypeHandle()) : null;
    }
}
