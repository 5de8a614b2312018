// What `react` is in the Worker's bundle ([alias] in wrangler.toml): use-intl asks it only whether a part of a
// message is an element, and there are none here.
export const isValidElement = () => false;
export const cloneElement = (element) => element;
export const createContext = () => null;
export const useContext = () => null;
export const useMemo = (make) => make();
export const useState = (first) => [first, () => undefined];
export const useEffect = () => undefined;
export default {};
