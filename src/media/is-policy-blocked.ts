interface Policy {
  allowsFeature(feature: string): boolean;
}

type Feature = 'microphone' | 'camera' | 'display-capture';

/** The `allow` attribute of the frame that this page sits in, where it may be read. */
const frameAllow = (page: Document): string => {
  try {
    return page.defaultView?.frameElement?.getAttribute('allow') ?? '';
  } catch {
    return '';
  }
};

/**
 * Whether the page's own headers, or the frame around it, forbid a device. The person can do nothing about it, so
 * it is told apart from their refusal. Firefox has no way to ask, except for what the frame says.
 */
export const isPolicyBlocked = (feature: Feature, page: Document = document): boolean => {
  const {permissionsPolicy, featurePolicy} = page as Document & {permissionsPolicy?: Policy; featurePolicy?: Policy};
  const policy = permissionsPolicy ?? featurePolicy;
  if (policy) return !policy.allowsFeature(feature);
  return new RegExp(`(^|;)\\s*${feature}\\s+'none'`, 'i').test(frameAllow(page));
};
