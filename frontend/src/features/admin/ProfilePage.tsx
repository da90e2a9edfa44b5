import { Route, Routes } from "react-router";
import { useMe } from "../../api/queries";
import { Nothing } from "../../app/Problems";
import { texts } from "../../texts";
import { Face } from "../../ui/Face";
import { TabLinks } from "../../ui/TabLinks";
import { useTitle } from "../../ui/useTitle";
import { ApiTab } from "./ApiTab";
import { PasswordForm } from "./PasswordForm";
import { ProfileForm } from "./ProfileForm";
import { Sessions } from "./Sessions";
import "./admin.css";

const WORDS = texts.admin.profile;
const TABS = [
  { to: "/profile", text: WORDS.tabs.profile },
  { to: "/profile/api", text: WORDS.tabs.api },
  { to: "/profile/sessions", text: WORDS.tabs.sessions },
];

export function ProfilePage() {
  useTitle(texts.frame.profile);
  const me = useMe();
  return (
    <div className="admin">
      <div>
        <h1 className="profile-who">
          <Face name={me.user.name} size={48} />
          {me.user.name}
        </h1>
        <p className="quiet">{me.user.email}</p>
      </div>
      <TabLinks label={texts.admin.profileParts} tabs={TABS} />
      <Routes>
        <Route
          index
          element={
            <>
              <ProfileForm me={me} />
              <PasswordForm email={me.user.email} />
            </>
          }
        />
        <Route path="api" element={<ApiTab withCompany={false} />} />
        <Route path="sessions" element={<Sessions />} />
        <Route path="*" element={<Nothing />} />
      </Routes>
    </div>
  );
}
