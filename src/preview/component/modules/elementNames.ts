/** An element of a component's; what follows a name is a type. */
const element = /(?<![\w$)\]])<(\p{Lu}[\w$]*)(?=[\s/>])/gu;

/** The components that a script makes elements of, by the names that it calls them. */
export function elementNames(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(element)].map(([, name = '']) => name));
}
